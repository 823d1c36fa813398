'use client';

import { useActionState } from 'react';
import type { FormAction } from './action-form';
import { Button, type ButtonVariant } from './button';

type Props = {
  action: FormAction;
  /** values that are posted too */
  values?: Record<string, string>;
  label: string;
  /** what the button is about, for people who hear it without its context */
  description?: string;
  variant?: ButtonVariant;
};

/** A button for a step without confirmation. It shows the outcome, and works without JavaScript. */
export function ActionButton({ action, values = {}, label, description, variant }: Props) {
  const [state, send, isPending] = useActionState(action, null);
  return (
    <form action={send} onSubmit={(event) => isPending && event.preventDefault()}>
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
        className={`block text-sm empty:hidden ${state?.ok ? 'text-success' : 'text-danger'}`}
      >
        {state?.message}
      </span>
    </form>
  );
}
