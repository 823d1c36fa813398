import type { ReactNode } from 'react';

const TONES = {
  info: 'border-line bg-sunken',
  warning: 'border-warning/30 bg-warning-soft',
  danger: 'border-danger/30 bg-danger-soft',
} as const;

type Props = {
  tone?: keyof typeof TONES;
  title?: string;
  children: ReactNode;
  /** announced at once, for what has just happened */
  live?: boolean;
};

/** A message in the flow of the page: what is so, and what to do about it. */
export function Notice({ tone = 'info', title, children, live = false }: Props) {
  return (
    <div
      className={`rounded-control border px-4 py-3 text-sm ${TONES[tone]}`}
      role={live ? 'alert' : undefined}
    >
      {title && <p className="font-medium">{title}</p>}
      <div className={title ? 'mt-0.5 text-muted' : ''}>{children}</div>
    </div>
  );
}
