import type { ReactNode } from 'react';

type Props = { title: string; lead: ReactNode; children: ReactNode; footer?: ReactNode };

/** A page with one short form. */
export function NarrowPage({ title, lead, children, footer }: Props) {
  return (
    <div className="mx-auto max-w-sm py-6">
      <h1 className="text-title">{title}</h1>
      <div className="mt-1 text-muted wrap-anywhere">{lead}</div>
      <div className="mt-6">{children}</div>
      {footer && <div className="mt-6 grid gap-2 text-sm text-muted">{footer}</div>}
    </div>
  );
}
