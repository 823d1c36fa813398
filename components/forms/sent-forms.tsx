'use client';

import { useEffect } from 'react';

/**
 * Marks a form that the browser itself sends, until its page is left: those that React sends mark
 * themselves. A marked form looks pressed, and a bar runs at the top of the window (`app/styles/pending.css`).
 */
export function SentForms() {
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    addEventListener(
      'submit',
      ({ target, defaultPrevented }) => {
        if (defaultPrevented || !(target instanceof HTMLFormElement)) return;
        if (leavesPage(target)) target.dataset.pending = 'true';
      },
      { signal },
    );
    // Back may bring the page as it was left.
    addEventListener('pageshow', forget, { signal });
    return () => listening.abort();
  }, []);
  return null;
}

/** A dialog's form only closes it, and a search for the same again only scrolls to its place. */
function leavesPage(form: HTMLFormElement): boolean {
  if (form.getAttribute('method') === 'dialog') return false;
  const to = new URL(form.action);
  if (form.method !== 'get' || !to.hash) return true;
  const sent = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
  to.search = String(new URLSearchParams(sent));
  return to.pathname + to.search !== location.pathname + location.search;
}

function forget() {
  for (const form of document.querySelectorAll<HTMLElement>('form[data-pending]')) {
    delete form.dataset.pending;
  }
}
