'use client';

import { type RefObject, useLayoutEffect } from 'react';

/**
 * When a control or form is removed, hands the focus that it had to the row that takes the place of
 * its row, or else to the page. Otherwise the keyboard would start at the top.
 * @param ifFocused whether only its own focus counts. That of a row's control may be in its dialog
 */
export function useHandOver(
  control: RefObject<HTMLElement | null>,
  { ifFocused = false } = {},
): void {
  useLayoutEffect(() => {
    const gone = control.current;
    const row = gone?.closest<HTMLElement>('li, tr') ?? gone;
    if (!gone || !row) return;
    return () => {
      if (!ifFocused || gone.contains(document.activeElement)) handOver(row);
    };
  }, [control, ifFocused]);
}

function handOver(row: HTMLElement): void {
  const list = row.matches('li, tr') ? row.parentElement : null;
  const place = [...(list?.children ?? [])].indexOf(row);
  // By then the row is gone, and a dialog that was open above it has given the focus back.
  requestAnimationFrame(() => {
    if (row.isConnected || document.activeElement !== document.body) return;
    const next = list?.isConnected ? (list.children[place] ?? list.lastElementChild) : null;
    const heir = next ?? document.getElementById('main');
    if (!(heir instanceof HTMLElement)) return;
    heir.tabIndex = -1;
    heir.focus({ preventScroll: true });
    next?.scrollIntoView({ block: 'nearest' });
  });
}
