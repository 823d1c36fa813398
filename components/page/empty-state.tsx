import type { ReactNode } from 'react';

type Props = { title: string; children: ReactNode; action?: ReactNode; heading?: 'h1' | 'h2' };

/** Shown instead of a page's or list's content: why there is none, and one next step. */
export function EmptyState({ title, children, action, heading: Heading = 'h1' }: Props) {
  return (
    <div className="mx-auto max-w-md px-4 py-14 text-center">
      <Heading className={Heading === 'h1' ? 'text-title' : 'text-section'}>{title}</Heading>
      <div className="mt-2 text-muted">{children}</div>
      {action && <div className="mt-6">{action}</div>}
    </div>
  );
}
