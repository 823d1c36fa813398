import type { ReactNode } from 'react';

/** In full, so that Tailwind finds them. */
const SHOWN_FOR = {
  read: '[form:has(option[value=read]:checked)_&]:block',
  7: '[form:has(option[value="7"]:checked)_&]:block',
  30: '[form:has(option[value="30"]:checked)_&]:block',
  90: '[form:has(option[value="90"]:checked)_&]:block',
  365: '[form:has(option[value="365"]:checked)_&]:block',
  day: '[form:has(option[value=day]:checked)_&]:block',
  now: '[form:has(option[value=now]:checked)_&]:block',
} as const;

type Choice = keyof typeof SHOWN_FOR;

type Props = { of: Choice | readonly Choice[]; children: ReactNode };

/** What some choices of a form take away, told while one of them is chosen, without a script. */
export function Loss({ of, children }: Props) {
  const shown = [of].flat().map((choice) => SHOWN_FOR[choice]);
  return (
    <span aria-live="polite">
      <span className={`hidden text-warning ${shown.join(' ')}`}>{children}</span>
    </span>
  );
}
