'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent } from 'react';
import { askFirstRequest } from '@/app/(workspace)/api-keys/_parts/ask-first-request';
import { useAnnounce } from '@/components/forms/action-status';

const ASK_EVERY_MS = 5_000;
/** While somebody may be waiting for the first request. */
const ASK_UNUSED_EVERY_MS = 2_500;
/** Nobody looks any more: an open page must not keep a session from its idle timeout. */
const GIVE_UP_AFTER_MS = 30 * 60_000;

type Props = {
  id: string;
  /** what the page was made from */
  moment: string;
  /** whether no request was made with the key so far: how the first one went is said then */
  isUnused: boolean;
};

/**
 * Keeps the page of a key true while somebody looks at it, and when they come back to it. The page is
 * read anew only after its server has told of something new: one that cannot be reached, and a session
 * that has ended, would take away what is typed into a form.
 */
export function WatchKey({ id, moment, isUnused }: Props) {
  const router = useRouter();
  const announce = useAnnounce();
  const hear = useEffectEvent(async (now: string, signal: AbortSignal) => {
    if (now === moment) return;
    const first = isUnused && (await askFirstRequest(id, signal));
    if (first) announce(first.text);
    router.refresh();
  });

  useEffect(() => {
    const left = new AbortController();
    const { signal } = left;
    let lookedAt = Date.now();
    async function ask() {
      if (document.hidden || Date.now() - lookedAt > GIVE_UP_AFTER_MS) return;
      const answer = await fetch(`/api-keys/${id}/watch`, { signal });
      if (answer.ok && !answer.redirected) await hear(await answer.text(), signal);
    }
    // It asks again anyway.
    const tryToAsk = () => void ask().catch(() => undefined);
    function look() {
      lookedAt = Date.now();
      tryToAsk();
    }
    const timer = setInterval(tryToAsk, isUnused ? ASK_UNUSED_EVERY_MS : ASK_EVERY_MS);
    document.addEventListener('visibilitychange', look, { signal });
    window.addEventListener('focus', look, { signal });
    window.addEventListener('pageshow', look, { signal });
    return () => {
      clearInterval(timer);
      left.abort();
    };
  }, [id, isUnused]);

  return null;
}
