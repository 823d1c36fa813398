'use client';

import type { ReactNode } from 'react';

type Props = { email: string; password: string; children: ReactNode };

/** Fills in the form of the sign-in page. Without JavaScript it is text to copy from. */
export function FillIn({ email, password, children }: Props) {
  function fill() {
    const form = document.querySelector<HTMLFormElement>('form:has(#password)');
    if (!form) return;
    for (const [id, value] of Object.entries({ email, password })) {
      const field = form.querySelector<HTMLInputElement>(`#${id}`);
      if (field) field.value = value;
    }
    form.querySelector<HTMLButtonElement>('[type=submit]')?.focus();
  }
  return (
    <button
      type="button"
      onClick={fill}
      className="-mx-2 block min-h-8 w-full rounded-control px-2 py-2 text-left hover:bg-sunken noscript:pointer-events-none"
    >
      {children}
    </button>
  );
}
