'use client';

import { useEffect } from 'react';

/**
 * Marks a form that the browser itself sends, until its page is left: those that React sends mark
 * themselves. A marked form looks pressed, and a bar runs at the top of the window (`globals.css`).
 */
export function SentForms() {
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    addEventListener(
      'submit',
      ({ target, defaultPrevented }) => {
        if (defaultPrevented || !(target instanceof HTMLFormElement)) return;
        if (target.getAttribute('method') !== 'dialog') target.dataset.pending = 'true';
      },
      { signal },
    );
    // Back may bring the page as it was left.
    addEventListener('pageshow', forget, { signal });
    return () => listening.abort();
  }, []);
  return null;
}

function forget() {
  for (const form of document.querySelectorAll<HTMLElement>('form[data-pending]')) {
    delete form.dataset.pending;
  }
}
