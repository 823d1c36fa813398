'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { useHandOver } from '@/components/forms/hand-over';

type Props = {
  id: string;
  label: string;
  trigger: ReactNode;
  align: 'start' | 'end';
  children: ReactNode;
};

/**
 * A button that opens a panel below the header. The browser's own popover handles Escape, clicks
 * outside and the focus like a library would, and works without JavaScript. With it, a link closes
 * the panel, and the arrow keys lead through it, as Tab does: they would scroll the page behind.
 */
export function Popover({ id, label, trigger, align, children }: Props) {
  const menu = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  useHandOver(menu, { ifFocused: true });

  useEffect(() => {
    const open = panel.current;
    // An old browser knows no popovers: app/styles/popovers.css shows what is in them.
    if (!open?.hidePopover) return;
    const move = (event: KeyboardEvent) => {
      const at = document.activeElement;
      // Not every browser gives the focus to a button that is clicked.
      const isHere = at === document.body || menu.current?.contains(at);
      if (isHere && open.matches(':popover-open')) moveFocus(event, open);
    };
    const leave = ({ target }: Event) => {
      if (target instanceof Element && target.closest('a')) open.hidePopover();
    };
    document.addEventListener('keydown', move);
    open.addEventListener('click', leave);
    return () => {
      document.removeEventListener('keydown', move);
      open.removeEventListener('click', leave);
    };
  }, []);

  return (
    <div ref={menu} className="contents">
      <button
        type="button"
        popoverTarget={id}
        aria-label={label}
        className="inline-flex min-h-9 min-w-0 items-center gap-1.5 rounded-control px-2 text-sm font-medium hover:bg-sunken"
      >
        {trigger}
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        className={`popover ${align === 'start' ? 'popover-start' : ''} w-72 max-w-[calc(100vw-2rem)] rounded-panel border border-line bg-surface p-2 text-sm text-ink shadow-overlay`}
      >
        {children}
      </div>
    </div>
  );
}

/** Moves the focus within a panel by the arrow keys, Home and End. */
function moveFocus(event: KeyboardEvent, panel: HTMLElement): void {
  const controls = [...panel.querySelectorAll<HTMLElement>('a, button')];
  const entries = controls.filter(({ offsetParent }) => offsetParent);
  const place = entries.indexOf(document.activeElement as HTMLElement);
  const last = entries.length - 1;
  const places: Record<string, number> = {
    ArrowDown: place < last ? place + 1 : 0,
    ArrowUp: place > 0 ? place - 1 : last,
    Home: 0,
    End: last,
  };
  const next = places[event.key];
  if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  entries[next]?.focus();
}
