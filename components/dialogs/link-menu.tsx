import type { ReactNode } from 'react';

type Props = {
  id: string;
  /** the name of the button, where what it shows does not say enough */
  label?: string;
  trigger: ReactNode;
  /** links, one below the other */
  children: ReactNode;
};

/** A button that opens a few links beside it: the browser's own popover, without a script. */
export function LinkMenu({ id, label, trigger, children }: Props) {
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={label}
        className="inline-flex min-h-9 min-w-9 items-center justify-center gap-1.5 rounded-control px-2 text-sm font-medium text-muted hover:bg-sunken hover:text-ink"
      >
        {trigger}
      </button>
      <div
        id={id}
        popover="auto"
        className="popover popover-here min-w-36 rounded-panel border border-line bg-surface p-1.5 text-left text-sm text-ink shadow-overlay *:flex *:min-h-9 *:items-center *:rounded-control *:px-2.5 *:hover:bg-sunken"
      >
        {children}
      </div>
    </>
  );
}
