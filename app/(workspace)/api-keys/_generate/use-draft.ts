'use client';

import { type RefObject, useEffect, useState } from 'react';
import { takeDraft } from '@/components/forms/draft';

/**
 * Gives the form back what was typed before its page was lost, with its options open if any was chosen.
 * @returns whether there was something, and what changes that
 */
export function useDraft(
  form: RefObject<HTMLFormElement | null>,
  options: RefObject<HTMLDetailsElement | null>,
  name: RefObject<HTMLInputElement | null>,
) {
  const [isDraft, setIsDraft] = useState(false);
  useEffect(() => {
    if (!form.current || !options.current || !takeDraft(form.current)) return;
    setIsDraft(true);
    const chosen = [...options.current.querySelectorAll('select')];
    const typed = [...options.current.querySelectorAll<HTMLInputElement>('input, textarea')];
    options.current.open =
      chosen.some(({ selectedIndex }) => selectedIndex > 0) ||
      typed.some(({ value, defaultValue }) => value !== defaultValue);
    name.current?.focus();
  }, [form, options, name]);
  return [isDraft, setIsDraft] as const;
}
