'use client';

import { useEffect } from 'react';
import { keepDrafts } from '@/components/forms/draft';

/** On it, pages of this browser tell each other which session they were opened in. */
const CHANNEL = 'zendrhax.session';

type Props = {
  /** the session that the page was made in; empty for none */
  sessionId: string;
};

/**
 * Has no page show a workspace any longer once its session has ended (ASVS 14.3.1): when another tab
 * signs out, when somebody comes back to the tab, and when Back brings back a page as it was left. The
 * page is then read anew, which leads to sign-in.
 */
export function SessionFollows({ sessionId }: Props) {
  useEffect(() => {
    const left = new AbortController();
    const { signal } = left;
    const channel = new BroadcastChannel(CHANNEL);
    channel.postMessage(sessionId);
    if (!sessionId) return () => channel.close();

    async function follow({ isSignedOut = false } = {}) {
      const answer = await fetch('/session', { signal });
      // A server that cannot be reached, or has an outage, says nothing of the session.
      if (!answer.ok || (await answer.text()) === sessionId) return;
      if (!isSignedOut) keepDrafts();
      document.documentElement.hidden = true;
      location.reload();
    }
    const look = (how?: { isSignedOut: boolean }) => void follow(how).catch(() => undefined);
    channel.onmessage = ({ data }) => data !== sessionId && look({ isSignedOut: data === '' });
    document.addEventListener('visibilitychange', () => document.hidden || look(), { signal });
    window.addEventListener('pageshow', ({ persisted }) => persisted && look(), { signal });
    // Within the page, Back shows what the router remembers, without a word to the server.
    window.addEventListener('popstate', () => look(), { signal });
    return () => {
      channel.close();
      left.abort();
    };
  }, [sessionId]);

  return null;
}
