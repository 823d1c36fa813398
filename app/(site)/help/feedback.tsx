'use client';

import { useEffect, useRef } from 'react';
import { Button } from '@/components/button';
import { useFormAction } from '@/components/forms/form-action';
import { Notice } from '@/components/page/notice';
import { sendFeedback } from './actions';

type Props = { slug: string; question: string; yes: string; no: string };

/** Asks whether the article helped. Without JavaScript, the page reloads with the thanks. */
export function Feedback({ slug, question, yes, no }: Props) {
  const { props, message, isGood, isPending } = useFormAction(sendFeedback, {
    permalink: `/help/${slug}#feedback`,
    saysItself: true,
  });
  const thanks = useRef<HTMLDivElement>(null);

  // The focused button is gone, so the focus moves to the thanks.
  useEffect(() => {
    if (isGood) thanks.current?.focus();
  }, [isGood]);

  return (
    <div ref={thanks} id="feedback" tabIndex={-1} className="scroll-mt-8 border-t border-line pt-6">
      {message && (
        <Notice tone={isGood ? 'success' : 'danger'} live={isGood ? 'status' : 'alert'}>
          {message}
        </Notice>
      )}
      {!isGood && (
        <form {...props}>
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
