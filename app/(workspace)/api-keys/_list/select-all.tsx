'use client';

import type { ChangeEvent } from 'react';

/** Chooses all rows of its table, or none. */
export function SelectAll({ label }: { label: string }) {
  function choose({ currentTarget: all }: ChangeEvent<HTMLInputElement>) {
    const boxes = all.closest('table')?.querySelectorAll<HTMLInputElement>('[name=id]') ?? [];
    for (const box of boxes) box.checked = all.checked;
  }
  return (
    <label className="grid size-8 place-items-center noscript:hidden">
      <input type="checkbox" aria-label={label} autoComplete="off" onChange={choose} />
    </label>
  );
}
