import type { ComponentProps } from 'react';

const BASE =
  'inline-flex min-h-9 items-center justify-center gap-2 rounded-control border px-3.5 py-1.5 text-sm font-medium min-[20rem]:whitespace-nowrap transition-colors disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:cursor-not-allowed aria-disabled:opacity-60';

// A transparent border is seen where a person forces colours, which takes backgrounds away.
const VARIANTS = {
  primary: 'border-transparent bg-accent text-on-accent hover:bg-accent-strong',
  secondary: 'border-line bg-surface text-ink shadow-raised hover:bg-sunken',
  quiet: 'border-transparent text-muted hover:bg-sunken hover:text-ink',
  danger: 'border-transparent bg-danger text-on-danger hover:opacity-90',
  dangerQuiet: 'border-line bg-surface text-danger hover:bg-danger-soft',
  // Quiet until its `group` is pointed at or has the focus; never where nothing can be pointed at.
  dangerInRow:
    'border-transparent text-muted group-hover:border-line group-hover:text-danger group-focus-within:border-line group-focus-within:text-danger [@media(hover:none)]:border-line [@media(hover:none)]:text-danger hover:bg-danger-soft',
} as const;

export type ButtonVariant = keyof typeof VARIANTS;

/** What a button, or a link that looks like one, is styled by. */
export type Styled = { variant?: ButtonVariant };

export const buttonClass = (variant: ButtonVariant = 'primary', className = '') =>
  `${BASE} ${VARIANTS[variant]} ${className}`;

/** A button. It submits nothing unless it is told to. */
export function Button({ variant, className, ...props }: ComponentProps<'button'> & Styled) {
  return <button type="button" {...props} className={buttonClass(variant, className)} />;
}
