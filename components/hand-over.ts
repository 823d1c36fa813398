'use client';

import { type RefObject, useLayoutEffect } from 'react';

/**
 * When a control is removed with its row, hands the focus that it had to the row that takes its
 * place, or to the page when the list has gone too. Otherwise the keyboard would start at the top.
 */
export function useHandOver(control: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const row = control.current?.closest<HTMLElement>('li, tr');
    return row ? () => handOver(row) : undefined;
  }, [control]);
}

function handOver(row: HTMLElement): void {
  const list = row.parentElement;
  if (!list) return;
  const place = [...list.children].indexOf(row);
  // By then the row is gone, and a dialog that was open above it has given the focus back.
  requestAnimationFrame(() => {
    if (row.isConnected || document.activeElement !== document.body) return;
    const next = list.isConnected && (list.children[place] ?? list.lastElementChild);
    const heir = next || document.getElementById('main');
    if (!(heir instanceof HTMLElement)) return;
    heir.tabIndex = -1;
    heir.focus({ preventScroll: true });
  });
}
