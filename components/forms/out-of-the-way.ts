'use client';

import { type RefObject, useEffect, useState } from 'react';

/** Between the message and the edge of the window, and as much again. */
const EDGE_PX = 32;

/** Whether a box at the foot of the window would cover what has the focus (WCAG 2.4.11). */
export function useOutOfTheWay(box: RefObject<HTMLElement | null>, shown: unknown): boolean {
  const [isAtTop, setAtTop] = useState(false);
  useEffect(() => {
    setAtTop(false);
    if (!shown) return;
    const look = () => {
      const at = document.activeElement;
      const height = box.current?.offsetHeight ?? 0;
      if (!at || at === document.body || at.id === 'main' || box.current?.contains(at)) return;
      const { top, bottom } = at.getBoundingClientRect();
      // Where it would cover it at the top as well, it stays.
      if (bottom > innerHeight - height - EDGE_PX && top > height + EDGE_PX) setAtTop(true);
      else if (top < height + EDGE_PX) setAtTop(false);
    };
    look();
    const listening = new AbortController();
    for (const event of ['focusin', 'scroll', 'resize']) {
      window.addEventListener(event, look, { signal: listening.signal, passive: true });
    }
    return () => listening.abort();
  }, [box, shown]);
  return isAtTop;
}
