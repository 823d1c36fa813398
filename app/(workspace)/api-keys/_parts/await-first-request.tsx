'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Notice } from '@/components/page/notice';
import { askFirstRequest, type FirstRequest } from './ask-first-request';

const ASK_EVERY_MS = 2_500;
/** Nobody looks any more: an open page must not keep a session from its idle timeout. */
const GIVE_UP_AFTER_MS = 30 * 60_000;

/**
 * Waits for the first request with a new key while somebody looks at the page, and says how it went: that
 * it works, or why it was refused, and then waits on.
 */
export function AwaitFirstRequest({ id }: { id: string }) {
  const t = useTranslations('client.firstRequest');
  const [told, setTold] = useState<FirstRequest | null>(null);
  const isDone = told?.isReceived === true;

  useEffect(() => {
    if (isDone) return;
    const left = new AbortController();
    const began = Date.now();
    async function ask() {
      if (document.hidden || Date.now() - began > GIVE_UP_AFTER_MS) return;
      const answer = await askFirstRequest(id, left.signal);
      if (answer) setTold(answer);
    }
    // It asks again anyway.
    const timer = setInterval(() => void ask().catch(() => undefined), ASK_EVERY_MS);
    return () => {
      clearInterval(timer);
      left.abort();
    };
  }, [id, isDone]);

  return (
    <div role="status" className="noscript:hidden">
      {told ? (
        <Notice tone={isDone ? 'success' : 'warning'}>{told.text}</Notice>
      ) : (
        <p className="text-sm text-muted">{t('waiting')}</p>
      )}
    </div>
  );
}
