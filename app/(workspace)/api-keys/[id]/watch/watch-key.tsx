'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent } from 'react';

const ASK_EVERY_MS = 5_000;
/** Nobody looks any more: an open page must not keep a session from its idle timeout. */
const GIVE_UP_AFTER_MS = 30 * 60_000;

type Props = {
  id: string;
  /** what the page was made from */
  moment: string;
};

/**
 * Keeps the page of a key true while somebody looks at it, and when they come back to it. The page is
 * read anew only after its server has told of something new: one that cannot be reached, and a session
 * that has ended, would take away what is typed into a form.
 */
export function WatchKey({ id, moment }: Props) {
  const router = useRouter();
  const hear = useEffectEvent((now: string) => now !== moment && router.refresh());

  useEffect(() => {
    const left = new AbortController();
    const { signal } = left;
    let lookedAt = Date.now();
    async function ask() {
      if (document.hidden || Date.now() - lookedAt > GIVE_UP_AFTER_MS) return;
      const answer = await fetch(`/api-keys/${id}/watch`, { signal });
      if (answer.ok && !answer.redirected) hear(await answer.text());
    }
    // It asks again anyway.
    const tryToAsk = () => void ask().catch(() => undefined);
    function look() {
      lookedAt = Date.now();
      tryToAsk();
    }
    const timer = setInterval(tryToAsk, ASK_EVERY_MS);
    document.addEventListener('visibilitychange', look, { signal });
    window.addEventListener('focus', look, { signal });
    window.addEventListener('pageshow', look, { signal });
    return () => {
      clearInterval(timer);
      left.abort();
    };
  }, [id]);

  return null;
}
