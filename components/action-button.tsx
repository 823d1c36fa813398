'use client';

import { type FormEvent, useActionState, useRef, useState, useTransition } from 'react';
import type { FormAction, FormState } from './action-form';
import { useAnnounce } from './action-status';
import { Button, type ButtonVariant } from './button';
import { useHandOver } from './hand-over';

type Props = {
  action: FormAction;
  /** values that are posted too */
  values?: Record<string, string>;
  label: string;
  /** what the button is about, for people who hear it without its context */
  description?: string;
  variant?: ButtonVariant;
};

/** A button for a step without confirmation. It says what it did, and works without JavaScript. */
export function ActionButton({ action, values = {}, label, description, variant }: Props) {
  const [posted, post] = useActionState(action, null);
  const [answer, setAnswer] = useState<FormState>(null);
  const [isPending, startTransition] = useTransition();
  const announce = useAnnounce();
  const form = useRef<HTMLFormElement>(null);
  useHandOver(form);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const sent = new FormData(event.currentTarget);
    startTransition(async () => {
      const result = await action(null, sent);
      setAnswer(result?.ok ? null : result);
      if (result?.ok) announce(result.message);
    });
  }

  const shown = answer ?? posted;
  return (
    <form ref={form} action={post} onSubmit={submit}>
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button
        type="submit"
        variant={variant}
        aria-label={description && `${label}: ${description}`}
        aria-disabled={isPending}
      >
        {label}
      </Button>
      <span
        role="status"
        className={`block text-sm empty:hidden ${shown?.ok ? 'text-success' : 'text-danger'}`}
      >
        {shown?.message}
      </span>
    </form>
  );
}
