'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { Button } from '@/components/button';
import { EmptyState } from '@/components/page/empty-state';

const RETRY_EVERY_MS = 5_000;

type Props = { error: Error & { digest?: string }; retry: () => void };

/** The digest of an expected refusal is its code (lib/errors.ts); that of a bug is a log id. */
export default function ErrorPage({ error, retry }: Props) {
  const t = useTranslations('client.error');
  const kind = error.digest === 'unavailable' ? 'unavailable' : 'unexpected';

  // An outage passes by itself, so the page retries by itself.
  useEffect(() => {
    if (kind !== 'unavailable') return;
    const timer = setInterval(retry, RETRY_EVERY_MS);
    return () => clearInterval(timer);
  }, [kind, retry]);

  return (
    <main id="main" className="grid min-h-dvh place-items-center">
      <EmptyState title={t(`${kind}.title`)} action={<Button onClick={retry}>{t('retry')}</Button>}>
        <p>{t(`${kind}.text`)}</p>
        {kind === 'unexpected' && error.digest && (
          <p className="mt-2 font-mono text-xs">{error.digest}</p>
        )}
      </EmptyState>
    </main>
  );
}
