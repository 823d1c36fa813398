'use client';

import { useRouter } from 'next/navigation';
import { type Ref, useState } from 'react';
import { Button, type ButtonVariant } from './button';
import { ConfirmQuestion, type Outcome } from './confirm-question';
import type { QuestionWords } from './question-words';

type Props = {
  /** on the button that asks */
  trigger: string;
  words: QuestionWords;
  action: () => Promise<Outcome>;
  /** called after success, as the dialog closes */
  onDone?: () => void;
  /** the page to go to after success */
  next?: string;
  /** variants of the button that asks, and of the one that confirms */
  variant?: ButtonVariant;
  confirmVariant?: ButtonVariant;
  describedBy?: string;
  triggerRef?: Ref<HTMLButtonElement>;
};

/** A button for a serious step, and the dialog that asks first. */
export function ConfirmAction({
  trigger,
  words,
  action,
  onDone,
  next,
  variant = 'dangerQuiet',
  confirmVariant,
  describedBy,
  triggerRef,
}: Props) {
  const router = useRouter();
  const [open, setOpen] = useState(false);

  function done() {
    onDone?.();
    if (next) router.push(next);
  }

  return (
    <>
      <Button
        ref={triggerRef}
        variant={variant}
        aria-describedby={describedBy}
        onClick={() => setOpen(true)}
      >
        {trigger}
      </Button>
      <ConfirmQuestion
        open={open}
        words={words}
        action={action}
        onClose={() => setOpen(false)}
        onDone={done}
        confirmVariant={confirmVariant}
      />
    </>
  );
}
