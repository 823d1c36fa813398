import type { ComponentProps, ReactNode } from 'react';

export type Labels = {
  id: string;
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  className?: string;
  /** for screen readers alone, where what the control shows says it to everybody else */
  hidesLabel?: boolean;
  hidesHint?: boolean;
};

type Control = Pick<ComponentProps<'input'>, 'id' | 'aria-invalid' | 'aria-describedby'>;

/** A control with its label, hint and error, which describe it. */
export function Labelled({
  id,
  label,
  hint,
  error,
  className = '',
  hidesLabel,
  hidesHint,
  children,
}: Labels & { children: (control: Control) => ReactNode }) {
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={className}>
      <label
        id={`${id}-label`}
        htmlFor={id}
        className={hidesLabel ? 'sr-only' : 'mb-1.5 block text-label'}
      >
        {label}
      </label>
      {children({
        id,
        'aria-invalid': error ? true : undefined,
        'aria-describedby': describedBy || undefined,
      })}
      {error && (
        <p id={`${id}-error`} className="mt-1.5 text-sm text-danger" role="alert">
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className={hidesHint ? 'sr-only' : 'mt-1.5 text-sm text-muted'}>
          {hint}
        </p>
      )}
    </div>
  );
}
