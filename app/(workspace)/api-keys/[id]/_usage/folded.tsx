import type { ReactNode } from 'react';

/** What only some want to see, behind a line that says what it is. */
export function Folded({ summary, children }: { summary: string; children: ReactNode }) {
  return (
    <details className="mt-2">
      <summary className="w-fit rounded-control py-1.5 text-sm text-muted hover:text-ink">
        {summary}
      </summary>
      <div className="mt-2">{children}</div>
    </details>
  );
}
