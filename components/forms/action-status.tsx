'use client';

import { usePathname } from 'next/navigation';
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { useOutOfTheWay } from './out-of-the-way';

/**
 * While a dialog is open, screen readers do not read what is behind it, and need a moment to notice
 * that it has closed.
 */
const AFTER_DIALOG_MS = 200;

const IS_OPEN = globalThis.CSS?.supports('selector(:popover-open)')
  ? 'dialog:modal, :popover-open'
  : 'dialog:modal';

/** @param on the path of the page that shows the message; by default the one that is open */
type Announce = (message: ReactNode, on?: string) => void;

const AnnounceContext = createContext<Announce>(() => undefined);

/** Says what an action did. The sentence outlives the row or form that the action removed. */
export const useAnnounce = () => useContext(AnnounceContext);

type Props = {
  /** the name of the button that closes it */
  close: string;
  children: ReactNode;
};

/**
 * Shows what the last action did, at the foot of the window, until it is closed, with Escape too, or
 * its page is left. It gives way to what has the focus.
 */
export function ActionStatus({ close, children }: Props) {
  const here = usePathname();
  // With a new key, a screen reader reads the sentence aloud even if it is the same as the one
  // before.
  const [status, setStatus] = useState<{ message: ReactNode; on: string; key: number } | null>(
    null,
  );

  useEffect(() => {
    setStatus((shown) => (shown?.on === here ? shown : null));
  }, [here]);

  const box = useRef<HTMLDivElement>(null);
  const isAtTop = useOutOfTheWay(box, status);

  useEffect(() => {
    if (!status) return;
    const close = (event: KeyboardEvent) => {
      // What is open above the page closes first.
      const isPlain = event.key === 'Escape' && !event.defaultPrevented && !event.isComposing;
      if (isPlain && !document.querySelector(IS_OPEN)) setStatus(null);
    };
    document.addEventListener('keydown', close);
    return () => document.removeEventListener('keydown', close);
  }, [status]);

  const announce: Announce = (message, on = location.pathname) => {
    const say = () => setStatus((before) => ({ message, on, key: (before?.key ?? 0) + 1 }));
    if (document.querySelector('dialog:modal')) setTimeout(say, AFTER_DIALOG_MS);
    else say();
  };

  return (
    <AnnounceContext value={announce}>
      {children}
      <div
        role="status"
        className={`pointer-events-none fixed inset-x-4 flex justify-center print:hidden ${isAtTop ? 'top-4' : 'bottom-4'}`}
      >
        {status?.on === here && (
          <div
            key={status.key}
            ref={box}
            className="pointer-events-auto flex max-w-lg animate-arrive items-start gap-2 rounded-panel border border-line bg-surface py-2 pr-2 pl-4 text-sm shadow-overlay"
          >
            <p className="py-1.5 wrap-anywhere">{status.message}</p>
            <button
              type="button"
              aria-label={close}
              onClick={() => setStatus(null)}
              className="inline-flex size-9 shrink-0 items-center justify-center rounded-control text-muted hover:bg-sunken hover:text-ink"
            >
              <svg
                viewBox="0 0 16 16"
                className="size-4 fill-none stroke-current"
                aria-hidden="true"
              >
                <path d="m4 4 8 8m0-8-8 8" strokeWidth="1.5" strokeLinecap="round" />
              </svg>
            </button>
          </div>
        )}
      </div>
    </AnnounceContext>
  );
}
