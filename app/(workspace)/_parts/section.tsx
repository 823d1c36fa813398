import type { ReactNode } from 'react';

type Props = { id?: string; title: string; lead?: string; children: ReactNode };

/** One part of the settings: what it is about on the left, its controls on the right. */
export function Section({ id, title, lead, children }: Props) {
  return (
    <section
      id={id}
      className="mt-10 grid gap-4 border-t border-line pt-8 md:grid-cols-[14rem_1fr] md:gap-10"
    >
      <div>
        <h2 className="text-section">{title}</h2>
        {lead && <p className="mt-1 text-sm text-muted">{lead}</p>}
      </div>
      <div className="min-w-0 max-w-lg">{children}</div>
    </section>
  );
}
