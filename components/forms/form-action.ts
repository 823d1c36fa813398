'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useActionState, useState, useTransition } from 'react';
import { useAnnounce } from './action-status';
import { useCall } from './call';
import { draftOf } from './draft';

/** The answer of an action: success, or why not, or a question before it, with what was typed. */
export type FormState =
  /** `next`: the page to go to; without JavaScript, the form stays */
  | { ok: true; message: string; next?: string }
  | {
      ok: false;
      message?: string | undefined;
      errors: Record<string, string>;
      values: Record<string, string>;
      /** what is agreed to by sending the form again: the message asks for that, and nothing was done */
      asks?: string;
    }
  | null;

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

type Options = {
  /** the address that shows the answer to whoever has no JavaScript */
  permalink?: string;
  /** whether the form's place says what was done, as it is still there then */
  saysItself?: boolean;
};

/**
 * Sends a form to a server action. With JavaScript it announces what was done, and clears no field:
 * React would, if it called the action itself. Without, the browser posts, and the page shows it all.
 * @returns `props` for the form, which is marked while it is on its way; the last answer; and the
 *   message that the form has to show, with whether it is good news
 */
export function useFormAction(action: FormAction, { permalink, saysItself = false }: Options = {}) {
  const [posted, post] = useActionState(action, null, permalink);
  const [answer, setAnswer] = useState<FormState>(null);
  // Apart from the last answer: with other values, React would draw the select fields anew.
  const [failure, setFailure] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();
  const call = useCall();
  const announce = useAnnounce();
  const router = useRouter();

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const sent = new FormData(event.currentTarget, submitter);
    const draft = draftOf(event.currentTarget);
    startTransition(async () => {
      const result = await call(() => action(null, sent), { draft });
      if (result && 'unanswered' in result) return setFailure(result.message);
      setFailure(null);
      setAnswer(result);
      if (!result?.ok) return;
      // It is said on that page, wherever the answer leads to on it.
      if (!saysItself) announce(result.message, result.next?.replace(/[?#].*/, ''));
      // In place of the form, to which Back should not lead.
      if (result.next) router.replace(result.next);
    });
  }

  const state = answer ?? posted;
  const said = answer?.ok && !saysItself ? undefined : state?.message;
  const isGood = failure === null && state?.ok === true;
  const props = { action: post, onSubmit, 'data-pending': isPending || undefined };
  return { props, state, message: failure ?? said, isGood, isPending };
}
