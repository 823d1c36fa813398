'use client';

import { type ReactNode, useEffect, useState, useTransition } from 'react';
import type { FormAction } from '@/components/action-form';

type Props = {
  open: FormAction;
  /** what is said meanwhile */
  opening: string;
  /** for people without the link, or without JavaScript */
  children: ReactNode;
};

/**
 * The code of a mailed link stands in its fragment, which browsers do not send. This takes it out of
 * the address and the history, and opens the link with it. Whoever has followed one never sees the
 * field for typing it.
 */
export function CodeFromLink({ open, opening, children }: Props) {
  const [isOpening, startTransition] = useTransition();
  const [isReady, setIsReady] = useState(false);

  useEffect(() => {
    function take() {
      const { hash, pathname, search } = window.location;
      setIsReady(true);
      // Other fragments are links within the page.
      const [, code] = /^#([\w-]{43})$/.exec(hash) ?? [];
      if (!code) return;
      history.replaceState(history.state, '', pathname + search);
      const form = new FormData();
      form.set('token', code);
      startTransition(async () => {
        await open(null, form);
      });
    }
    take();
    // A second link in the same tab loads no page.
    window.addEventListener('hashchange', take);
    return () => window.removeEventListener('hashchange', take);
  }, [open]);

  if (isOpening) return <p role="status">{opening}</p>;
  return <div className={isReady ? '' : 'invisible noscript:visible'}>{children}</div>;
}
