import type { ComponentProps } from 'react';
import { Labelled, type Labels } from './labelled';

const boxClass =
  'block w-full rounded-control border border-control bg-surface px-3 text-ink max-sm:text-field placeholder:text-muted disabled:opacity-60 aria-invalid:border-danger';
export const controlClass = `${boxClass} h-9`;

/** A labelled text field. An error does not replace the hint. */
export function Field({
  id,
  label,
  hint,
  error,
  className,
  hidesLabel,
  hidesHint,
  ...input
}: ComponentProps<'input'> & Labels) {
  return (
    <Labelled {...{ id, label, hint, error, className, hidesLabel, hidesHint }}>
      {(control) => <input {...input} {...control} className={controlClass} />}
    </Labelled>
  );
}

/** A labelled field for code. It does not wrap lines. */
export function CodeField({
  id,
  label,
  hint,
  error,
  className,
  hidesLabel,
  hidesHint,
  ...area
}: ComponentProps<'textarea'> & Labels) {
  return (
    <Labelled {...{ id, label, hint, error, className, hidesLabel, hidesHint }}>
      {(control) => (
        <textarea
          spellCheck={false}
          autoComplete="off"
          {...area}
          {...control}
          className={`${boxClass} overflow-x-auto py-1.5 font-mono text-code leading-6 whitespace-pre`}
        />
      )}
    </Labelled>
  );
}

/** A labelled text field of several lines. */
export function TextField({
  id,
  label,
  hint,
  error,
  className,
  hidesLabel,
  hidesHint,
  ...area
}: ComponentProps<'textarea'> & Labels) {
  return (
    <Labelled {...{ id, label, hint, error, className, hidesLabel, hidesHint }}>
      {(control) => <textarea {...area} {...control} className={`${boxClass} py-1.5`} />}
    </Labelled>
  );
}

/** A labelled choice between options. */
export function SelectField({
  id,
  label,
  hint,
  error,
  className,
  hidesLabel,
  hidesHint,
  ...select
}: ComponentProps<'select'> & Labels) {
  return (
    <Labelled {...{ id, label, hint, error, className, hidesLabel, hidesHint }}>
      {(control) => (
        <div className="grid items-center *:[grid-area:1/1]">
          <select
            {...select}
            {...control}
            className={`${controlClass} appearance-none pr-8 text-ellipsis`}
          />
          <svg
            viewBox="0 0 16 16"
            className="pointer-events-none mr-2.5 size-4 justify-self-end fill-none stroke-muted"
            aria-hidden="true"
          >
            <path d="m5 6.5 3 3 3-3" strokeWidth="1.5" strokeLinecap="round" />
          </svg>
        </div>
      )}
    </Labelled>
  );
}
