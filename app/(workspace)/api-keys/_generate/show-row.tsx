'use client';

import { useTranslations } from 'next-intl';
import type { Created } from '@/app/(workspace)/api-keys/_reveal/created';
import { useMarkFresh } from '@/app/(workspace)/api-keys/_rows/fresh-key';
import { rowIdOf } from '@/app/(workspace)/api-keys/_rows/row-id';
import { useAnnounce } from '@/components/forms/action-status';
import { TextLink } from '@/components/text-link';
import { isolated } from '@/lib/i18n/isolated';

/** The list that comes with the answer may be drawn after the modal has closed, on a slow line. */
const LATE_MS = 1_000;

/** Once a new key has been shown: brings its row into view, marks it, and says where it is. */
export function useShowRow(): (created: Created) => void {
  const t = useTranslations('client.createKey');
  const announce = useAnnounce();
  const mark = useMarkFresh();
  return ({ id, name }) => {
    mark(id);
    function tell(until: number) {
      const row = document.getElementById(rowIdOf(id));
      if (!row && performance.now() < until) return void requestAnimationFrame(() => tell(until));
      row?.scrollIntoView({ block: 'nearest' });
      if (row) return announce(t('listed', isolated({ name })));
      // The list is filtered, or in another order.
      announce(
        t.rich('elsewhere', {
          ...isolated({ name }),
          key: (text) => <TextLink href={`/api-keys/${id}`}>{text}</TextLink>,
        }),
      );
    }
    // By then the modal has closed, and the focus is back.
    requestAnimationFrame(() => requestAnimationFrame(() => tell(performance.now() + LATE_MS)));
  };
}
