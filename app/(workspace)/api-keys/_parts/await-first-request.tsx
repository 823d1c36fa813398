'use client';

import { useTranslations } from 'next-intl';
import { Notice } from '@/components/page/notice';
import { useFirstRequest } from './use-first-request';

const GIVE_UP_AFTER_MS = 30 * 60_000;

/**
 * Waits for the first request with a new key while somebody looks at the page, and says how it went: that
 * it works, or why it was refused, and then waits on.
 */
export function AwaitFirstRequest({ id }: { id: string }) {
  const t = useTranslations('client.firstRequest');
  const told = useFirstRequest(id, GIVE_UP_AFTER_MS);

  return (
    <div role="status" className="noscript:hidden">
      {told ? (
        <Notice tone={told.isReceived ? 'success' : 'warning'}>{told.text}</Notice>
      ) : (
        <p className="text-sm text-muted">{t('waiting')}</p>
      )}
    </div>
  );
}
