import { getTranslations } from 'next-intl/server';
import { LinkMenu } from '@/components/dialogs/link-menu';
import { Link } from '@/components/page/link';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { hindranceOf } from '@/lib/api-keys/rotation/rotation';
import { isolated } from '@/lib/i18n/isolated';

type Props = {
  apiKey: ApiKey;
  /** whether another key of its name stands in the same row */
  isHalf?: boolean;
};

/** What else can be done with a live key: each on a page of its own. */
export async function RowMenu({ apiKey, isHalf }: Props) {
  const t = await getTranslations('apiKeys');
  const { id, name, hint, state } = apiKey;
  return (
    <div className="group-has-data-revoked:hidden">
      <LinkMenu
        id={`key-${id}-menu`}
        label={t('list.more', isolated({ name: isHalf ? `${name} ${hint}` : name }))}
        trigger={
          <svg viewBox="0 0 16 16" className="size-4 fill-current" aria-hidden="true">
            <circle cx="3" cy="8" r="1.25" />
            <circle cx="8" cy="8" r="1.25" />
            <circle cx="13" cy="8" r="1.25" />
          </svg>
        }
      >
        {!hindranceOf(apiKey) && (
          <Link href={`/api-keys/${id}/rotate`} prefetch={false}>
            {t('rotate.link')}
          </Link>
        )}
        <Link href={`/api-keys/${id}/pause`} prefetch={false}>
          {t(state === 'paused' ? 'pause.resume' : 'pause.link')}
        </Link>
        <Link href={`/api-keys/${id}/leaked`} prefetch={false} className="text-danger">
          {t('leaked.link')}
        </Link>
      </LinkMenu>
    </div>
  );
}
