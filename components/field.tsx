import type { ComponentProps, ReactNode } from 'react';

export const inputClass =
  'block min-h-9 w-full rounded-control border border-control bg-surface px-3 py-1.5 text-ink placeholder:text-muted disabled:opacity-60 aria-invalid:border-danger';

type Props = ComponentProps<'input'> & {
  id: string;
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
};

/** A labelled text field. An error replaces nothing: the hint stays readable beside it. */
export function Field({ id, label, hint, error, className = '', ...input }: Props) {
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
        {label}
      </label>
      <input
        {...input}
        id={id}
        className={inputClass}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy || undefined}
      />
      {error && (
        <p id={`${id}-error`} className="mt-1.5 text-sm text-danger" role="alert">
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="mt-1.5 text-sm text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}
