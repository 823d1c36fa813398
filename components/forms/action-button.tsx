'use client';

import { useRef } from 'react';
import { Button, type ButtonVariant } from '@/components/button';
import { type FormAction, useFormAction } from './form-action';
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
  const { props, message, isGood, isPending } = useFormAction(action);
  const form = useRef<HTMLFormElement>(null);
  useHandOver(form);

  return (
    <form {...props} ref={form}>
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
        className={`block text-sm empty:hidden ${isGood ? 'text-success' : 'text-danger'}`}
      >
        {message}
      </span>
    </form>
  );
}
