'use client';

import { useActionState } from 'react';
import type { FormAction } from './action-form';
import { Button, type ButtonVariant } from './button';

type Props = {
  action: FormAction;
  /** what is posted with it */
  values?: Record<string, string>;
  label: string;
  /** names what it is about, for those who hear the button by itself */
  description?: string;
  variant?: ButtonVariant;
};

/** One step that needs no question. It works without JavaScript, and says what came of it. */
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
