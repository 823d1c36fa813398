'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useRef, useTransition } from 'react';
import { StepForm } from '@/components/forms/step-form';
import { looksSecret } from '@/lib/api-keys/secret/looks-secret';
import type { KeysQuery } from './query';
import { searchKeys } from './search-action';

/** How long nobody types before what is typed is searched for. */
const PAUSE_MS = 300;

const SHOWN = ['q', 'state', 'sort'] as const;

/** Has a form show what the address asks for. */
function fill(form: HTMLFormElement, asked: KeysQuery): void {
  for (const name of SHOWN) {
    const control = form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement;
    const value = asked[name] ?? '';
    if (control.value.trim() !== value) control.value = value;
  }
}

type Props = { label: string; asked: KeysQuery; children: ReactNode };

/**
 * The form of a search, which acts while it is filled in: a choice at once, a text when its writer
 * pauses. A text with a key in it is sent as the form sends it, and is in no address.
 */
export function LiveSearch({ label, asked, children }: Props) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const place = useRef<HTMLElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isNew = useRef(true);
  const form = () => place.current?.querySelector('form') ?? null;

  function stop() {
    clearTimeout(timer.current);
    timer.current = undefined;
  }

  function go(how: 'push' | 'replace') {
    stop();
    const typed = form();
    if (!typed) return;
    const given = [...new FormData(typed)].map(([name, value]) => [name, String(value).trim()]);
    const query = new URLSearchParams(
      given.filter(([name, value]) => value && !name?.startsWith('$')),
    );
    if (looksSecret(query.get('q') ?? '')) return typed.requestSubmit();
    startTransition(() => router[how](`/api-keys?${query}`, { scroll: false }));
  }

  // While nothing is under way, the form shows what the address asks for: Back may have changed it.
  useEffect(() => {
    const shown = place.current?.querySelector('form');
    // What was filled in before the page was ready stays.
    if (isNew.current || !shown || isPending || timer.current) {
      isNew.current = false;
      return;
    }
    fill(shown, asked);
  }, [asked, isPending]);

  useEffect(() => () => clearTimeout(timer.current), []);

  return (
    <search
      ref={place}
      aria-label={label}
      data-pending={isPending || undefined}
      onSubmitCapture={stop}
      onReset={({ currentTarget }) => {
        const reset = currentTarget.querySelector('form');
        // Once it has been emptied.
        setTimeout(() => reset && !timer.current && fill(reset, asked));
      }}
      onChange={({ target }) => {
        if (target instanceof HTMLSelectElement) return go('push');
        stop();
        timer.current = setTimeout(go, PAUSE_MS, 'replace');
      }}
      className="min-w-0 grow"
    >
      <StepForm
        action={searchKeys}
        autoComplete="off"
        className="grid grid-cols-2 items-start gap-2 sm:grid-cols-[1fr_11rem_11rem] lg:grid-cols-[1fr_13rem_13rem_auto]"
      >
        {children}
      </StepForm>
    </search>
  );
}
