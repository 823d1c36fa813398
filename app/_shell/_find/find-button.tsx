'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { opensBySlash } from './by-slash';
import { FindPanel } from './find-panel';

/** Opens the search for anything: by a click, by Ctrl+K or ⌘K, and by / where nobody types. */
export function FindButton({ workspaceId }: { workspaceId: string }) {
  const t = useTranslations('client.find');
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || event.repeat || document.querySelector('dialog[open]')) return;
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
      const isCtrlK = event.key.toLowerCase() === 'k' && event.ctrlKey !== event.metaKey;
      const isSlash = event.key === '/' && isPlain && !isTyping(event.target) && opensBySlash();
      if (!isCtrlK && !isSlash) return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);

  return (
    <>
      <button
        ref={button}
        type="button"
        aria-label={t('trigger')}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOpen(true)}
        className="inline-flex size-9 items-center justify-center rounded-control hover:bg-sunken noscript:hidden"
      >
        <svg viewBox="0 0 16 16" className="size-4.5 fill-none stroke-current" aria-hidden="true">
          <circle cx="7" cy="7" r="4.25" strokeWidth="1.5" />
          <path d="m10.5 10.5 3 3" strokeWidth="1.5" strokeLinecap="round" />
        </svg>
      </button>
      {open && (
        <FindPanel workspaceId={workspaceId} finalFocus={button} onClose={() => setOpen(false)} />
      )}
    </>
  );
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, textarea, select'));
