'use client';

import { useActionState, useEffect, useRef } from 'react';
import { Button } from '@/components/button';
import { Notice } from '@/components/page/notice';
import { sendFeedback } from './actions';

type Props = { slug: string; question: string; yes: string; no: string };

/** Asks whether the article helped. Without JavaScript, the page reloads with the thanks. */
export function Feedback({ slug, question, yes, no }: Props) {
  const [state, send, isPending] = useActionState(sendFeedback, null, `/help/${slug}#feedback`);
  const thanks = useRef<HTMLDivElement>(null);
  const isDone = state?.ok === true;

  // The focused button is gone, so the focus moves to the thanks.
  useEffect(() => {
    if (isDone) thanks.current?.focus();
  }, [isDone]);

  return (
    <div ref={thanks} id="feedback" tabIndex={-1} className="scroll-mt-8 border-t border-line pt-6">
      {state?.message && (
        <Notice tone={isDone ? 'success' : 'danger'} live={isDone ? 'status' : 'alert'}>
          {state.message}
        </Notice>
      )}
      {!isDone && (
        <form action={send} onSubmit={(event) => isPending && event.preventDefault()}>
          <input type="hidden" name="slug" value={slug} />
          <fieldset className="flex flex-wrap items-center gap-3">
            <legend className="float-left mr-2 font-medium">{question}</legend>
            <Button
              type="submit"
              name="helpful"
              value="yes"
              variant="secondary"
              aria-disabled={isPending}
            >
              {yes}
            </Button>
            <Button
              type="submit"
              name="helpful"
              value="no"
              variant="secondary"
              aria-disabled={isPending}
            >
              {no}
            </Button>
          </fieldset>
        </form>
      )}
    </div>
  );
}
