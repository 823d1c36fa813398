'use client';

import { type ReactNode, useEffect, useEffectEvent, useState, useTransition } from 'react';
import { useCall } from '@/components/forms/call';
import type { FormAction } from '@/components/forms/form-action';
import { Notice } from '@/components/page/notice';
import { codeInText } from '@/lib/identity/links/code-in-text';

type Props = {
  open: FormAction;
  /** what is said meanwhile */
  opening: string;
  /** what is said where the browser keeps no cookies, in which an opened link is kept */
  blocked: ReactNode;
  /** whether the server knows that it keeps none */
  isBlocked: boolean;
  /** for people without the link, or without JavaScript */
  children: ReactNode;
};

/** Other fragments than codes are links within the page. */
const codeInAddress = () => codeInText(window.location.hash);

/**
 * The code of a mailed link stands in its fragment, which browsers do not send. This takes it out of
 * the address and the history, and opens the link with it. Whoever has followed one never sees the
 * field for typing it.
 */
export function CodeFromLink({ open, opening, blocked, isBlocked, children }: Props) {
  const [isOpening, startTransition] = useTransition();
  const [failure, setFailure] = useState<string | null>(null);
  const [isReady, setIsReady] = useState(false);
  const [keepsNone, setKeepsNone] = useState(isBlocked);
  const call = useEffectEvent(useCall());

  useEffect(() => {
    const code = codeInAddress();
    setIsReady(true);
    // The link stays in the address, where a reload opens it once cookies are allowed.
    if (!navigator.cookieEnabled) return setKeepsNone(true);
    if (!code) return;
    const link = window.location.href;
    history.replaceState(history.state, '', window.location.pathname);
    const form = new FormData();
    form.set('token', code);
    startTransition(async () => {
      const result = await call(() => open(null, form));
      if (!result || !('unanswered' in result)) return;
      // The link stays in the address, where a reload opens it.
      history.replaceState(history.state, '', link);
      setFailure(result.message);
    });
  }, [open]);

  useEffect(() => {
    // A second link in the same tab loads no page by itself.
    const reload = () => codeInAddress() && window.location.reload();
    window.addEventListener('hashchange', reload);
    return () => window.removeEventListener('hashchange', reload);
  }, []);

  if (isOpening) return <p role="status">{opening}</p>;
  return (
    <div className={isReady ? '' : 'invisible noscript:visible'}>
      {failure && (
        <div className="mb-4">
          <Notice tone="danger" live="alert">
            {failure}
          </Notice>
        </div>
      )}
      {keepsNone && blocked}
      {children}
    </div>
  );
}
