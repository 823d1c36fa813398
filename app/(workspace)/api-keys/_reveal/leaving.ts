'use client';

import { useEffect, useEffectEvent } from 'react';

/** Warns before an uncopied key is lost, and keeps the key out of the back-forward cache. */
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
 * Lets the modal answer the Back button. Otherwise the router would leave the page without asking,
 * and the key would be lost.
 * @param onBack answers Back, and returns whether the modal stays open
 */
export function useBackButton(open: boolean, onBack: () => 'stays' | 'closes'): void {
  const answer = useEffectEvent(onBack);
  useEffect(() => {
    if (!open) return;
    const { href } = location;
    // Adds a history entry of the same page, which Back then removes.
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
