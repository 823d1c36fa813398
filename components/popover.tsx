import type { ReactNode } from 'react';

type Props = {
  id: string;
  label: string;
  trigger: ReactNode;
  align: 'start' | 'end';
  children: ReactNode;
};

/**
 * A button that opens a panel below the header. The browser's own popover handles Escape, clicks
 * outside and the focus like a library would, and works without JavaScript.
 */
export function Popover({ id, label, trigger, align, children }: Props) {
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={label}
        className="inline-flex min-h-9 min-w-0 items-center gap-1.5 rounded-control px-2 text-sm font-medium hover:bg-sunken"
      >
        {trigger}
      </button>
      <div
        id={id}
        popover="auto"
        className={`popover ${align === 'start' ? 'popover-start' : ''} w-72 max-w-[calc(100vw-2rem)] rounded-panel border border-line bg-surface p-2 text-sm text-ink shadow-overlay`}
      >
        {children}
      </div>
    </>
  );
}
