'use client';

import { type RefObject, useEffect, useRef } from 'react';

/** Where a form gives way to a text while it has the focus, the text gets it. */
export function useGivesWay(
  isGone: boolean,
  form: RefObject<HTMLElement | null>,
  place: RefObject<HTMLElement | null>,
): void {
  const wasGone = useRef(isGone);
  useEffect(() => {
    const at = document.activeElement;
    const isLost = at === document.body || form.current?.contains(at);
    if (isGone && !wasGone.current && isLost) place.current?.focus({ preventScroll: true });
    wasGone.current = isGone;
  }, [isGone, form, place]);
}
