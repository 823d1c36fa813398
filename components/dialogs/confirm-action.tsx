'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, type RefObject, useId, useRef } from 'react';
import { Button, type ButtonVariant } from '@/components/button';
import { useAnnounce } from '@/components/forms/action-status';
import { useHandOver } from '@/components/forms/hand-over';
import { ConfirmQuestion, type Outcome } from './confirm-question';
import { useOpenQuestion } from './open-question';
import type { QuestionWords } from './question-words';

type Props = {
  /** what it is about, where a page that is drawn anew must know it again */
  about?: string;
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
  /** the name of the button, where others have the same words */
  label?: string;
  describedBy?: string;
  triggerRef?: RefObject<HTMLButtonElement | null>;
  /** what is told below the question */
  children?: ReactNode;
};

/** A button for a serious step, and the dialog that asks first. It says what it did. */
export function ConfirmAction({
  about,
  trigger,
  words,
  action,
  onDone,
  next,
  variant = 'dangerQuiet',
  confirmVariant,
  label,
  describedBy,
  triggerRef,
  children,
}: Props) {
  const router = useRouter();
  const announce = useAnnounce();
  const id = useId();
  const [open, setOpen] = useOpenQuestion(about ?? id);
  const own = useRef<HTMLButtonElement>(null);
  const button = triggerRef ?? own;
  useHandOver(button);

  function done({ message }: Outcome) {
    if (message) announce(message, next);
    onDone?.();
    if (next) router.push(next);
  }

  return (
    <>
      <Button
        ref={button}
        variant={variant}
        aria-label={label}
        aria-describedby={describedBy}
        onClick={() => setOpen(true)}
        className="noscript:hidden"
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
      >
        {children}
      </ConfirmQuestion>
    </>
  );
}
