'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';

type Props = { id: string; change: 'revoke' | 'retire' | 'keep' };

/** What used a key in the last 24 hours and would stop, once that is known: the question above does not wait for it. */
export function AskedUsage({ id, change }: Props) {
  const t = useTranslations('client.revokeKey.usage');
  const [words, setWords] = useState(t('asking'));
  const unknown = t('unknown');

  useEffect(() => {
    const asked = new AbortController();
    fetch(`/api-keys/${id}/used-lately?change=${change}`, { signal: asked.signal })
      .then(async (answer) => {
        const isKnown = answer.ok && !answer.redirected;
        setWords(isKnown ? await answer.text() : unknown);
      })
      .catch(() => !asked.signal.aborted && setWords(unknown));
    return () => asked.abort();
  }, [id, change, unknown]);

  return (
    <p aria-live="polite" className="mt-3 text-sm wrap-anywhere">
      {words}
    </p>
  );
}
