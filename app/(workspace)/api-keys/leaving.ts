'use client';

import { useEffect, useEffectEvent } from 'react';

/** Warns before a key that was not copied is lost, and keeps it out of the back-forward cache. */
export function useForgetOnLeave(open: boolean, copied: boolean, forget: () => void): void {
  useEffect(() => {
    if (!open) return;
    const warn = (event: BeforeUnloadEvent) => {
      if (!copied) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    addEventListener('pagehide', forget);
    return () => {
      removeEventListener('beforeunload', warn);
      removeEventListener('pagehide', forget);
    };
  }, [open, copied, forget]);
}

/**
 * Takes Back for an answer to the modal. The router would leave the page without asking, and the
 * key would be gone.
 * @param onBack what to do, and whether the modal stays
 */
export function useBackButton(open: boolean, onBack: () => 'stays' | 'closes'): void {
  const answer = useEffectEvent(onBack);
  useEffect(() => {
    if (!open) return;
    const { href } = location;
    // One entry more, of the same page, for Back to take away.
    const push = () => history.pushState(history.state, '');
    push();
    let isPushed = true;
    const back = () => {
      isPushed = answer() === 'stays';
      if (isPushed) push();
    };
    addEventListener('popstate', back);
    return () => {
      removeEventListener('popstate', back);
      if (isPushed && location.href === href) history.back();
    };
  }, [open]);
}
