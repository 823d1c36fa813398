'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useActionState, useState, useTransition } from 'react';
import { useAnnounce } from './action-status';

/** The answer of an action: success, or why not, with what was typed. */
export type FormState =
  /** `next`: the page to go to; without JavaScript, the form stays */
  | { ok: true; message: string; next?: string }
  | {
      ok: false;
      message?: string | undefined;
      errors: Record<string, string>;
      values: Record<string, string>;
    }
  | null;

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

/**
 * Sends a form to a server action. With JavaScript it announces what was done, and clears no field:
 * React would, if it called the action itself. Without, the browser posts, and the page shows it all.
 * @returns `props` for the form; the last answer; and the message that the form has to show
 */
export function useFormAction(action: FormAction) {
  const [posted, post] = useActionState(action, null);
  const [answer, setAnswer] = useState<FormState>(null);
  const [isPending, startTransition] = useTransition();
  const announce = useAnnounce();
  const router = useRouter();

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const sent = new FormData(event.currentTarget);
    startTransition(async () => {
      const result = await action(null, sent);
      setAnswer(result);
      if (!result?.ok) return;
      announce(result.message, result.next);
      // In place of the form, to which Back should not lead.
      if (result.next) router.replace(result.next);
    });
  }

  const state = answer ?? posted;
  const message = answer?.ok ? undefined : state?.message;
  return { props: { action: post, onSubmit }, state, message, isPending };
}
