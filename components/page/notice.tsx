import type { ReactNode } from 'react';

const TONES = {
  info: 'border-line bg-sunken',
  success: 'border-success/30 bg-success-soft',
  warning: 'border-warning/30 bg-warning-soft',
  danger: 'border-danger/30 bg-danger-soft',
} as const;

type Props = {
  tone?: keyof typeof TONES;
  title?: string;
  children: ReactNode;
  /** announces what has just happened: `alert` at once, `status` at the next pause */
  live?: 'alert' | 'status';
};

/** A message in the flow of the page: what happened, and what to do about it. */
export function Notice({ tone = 'info', title, children, live }: Props) {
  return (
    <div
      className={`rounded-control border px-4 py-3 text-sm wrap-anywhere ${TONES[tone]}`}
      role={live}
    >
      {title && <p className="font-medium">{title}</p>}
      <div className={title ? 'mt-0.5 text-muted' : ''}>{children}</div>
    </div>
  );
}
