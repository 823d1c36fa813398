'use client';

import { useEffect, useState } from 'react';
import { askFirstRequest, type FirstRequest } from './ask-first-request';

const ASK_EVERY_MS = 2_500;

/**
 * Asks how the first request with a key went while somebody looks at the page: until one was received,
 * also after one was refused.
 * @param id of the key; null asks nothing
 * @param giveUpAfterMs when nobody looks any more: an open page must not keep a session from its idle
 *   timeout
 * @returns null while there was no request
 */
export function useFirstRequest(id: string | null, giveUpAfterMs: number): FirstRequest | null {
  const [told, setTold] = useState<FirstRequest | null>(null);
  const isDone = told?.isReceived === true;

  useEffect(() => {
    if (id === null || isDone) return;
    const left = new AbortController();
    const began = Date.now();
    async function ask() {
      if (id === null || document.hidden || Date.now() - began > giveUpAfterMs) return;
      const answer = await askFirstRequest(id, left.signal);
      if (answer) setTold(answer);
    }
    // It asks again anyway.
    const tryToAsk = () => void ask().catch(() => undefined);
    tryToAsk();
    const timer = setInterval(tryToAsk, ASK_EVERY_MS);
    return () => {
      clearInterval(timer);
      left.abort();
    };
  }, [id, isDone, giveUpAfterMs]);

  return told;
}
