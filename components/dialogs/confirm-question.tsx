'use client';

import { type ReactNode, type RefObject, useRef, useState, useTransition } from 'react';
import { Button, type ButtonVariant } from '@/components/button';
import { useCall } from '@/components/forms/call';
import { FormActions, StepButton } from '@/components/forms/form-actions';
import { Notice } from '@/components/page/notice';
import { ConfirmDialog } from './dialog';
import type { QuestionWords } from './question-words';

/** The outcome of a step; `message` says what was done, or why not, if that can be said. */
export type Outcome = { ok: boolean; message?: string | undefined };

type Props = {
  open: boolean;
  words: QuestionWords;
  action: () => Promise<Outcome>;
  onClose: () => void;
  /** called after success, as the dialog closes */
  onDone?: (outcome: Outcome) => void;
  confirmVariant?: ButtonVariant;
  /** where the focus goes afterwards; by default back to where it was */
  finalFocus?: RefObject<HTMLElement | null>;
  /** what is told below the question */
  children?: ReactNode;
};

/** Asks before a serious step. The safe answer has the focus. */
export function ConfirmQuestion({
  open,
  words,
  action,
  onClose,
  onDone,
  confirmVariant = 'danger',
  finalFocus,
  children,
}: Props) {
  const [pending, startTransition] = useTransition();
  const call = useCall();
  const [failure, setFailure] = useState<string | null>(null);
  const cancel = useRef<HTMLButtonElement>(null);

  function close() {
    if (pending) return;
    setFailure(null);
    onClose();
  }

  function confirm() {
    if (pending) return;
    startTransition(async () => {
      const result = await call(action, { doubt: words.doubt });
      if (!result) return;
      setFailure(result.ok ? null : (result.message ?? null));
      if (!result.ok) return;
      onClose();
      onDone?.(result);
    });
  }

  return (
    <ConfirmDialog
      open={open}
      title={words.title}
      description={words.text}
      initialFocus={cancel}
      finalFocus={finalFocus}
      onCancel={close}
    >
      {children}
      {failure && (
        <div className="mt-4">
          <Notice tone="danger" live="alert">
            {failure}
          </Notice>
        </div>
      )}
      <FormActions
        place="dialog"
        out={
          <Button ref={cancel} variant="secondary" aria-disabled={pending} onClick={close}>
            {words.cancel}
          </Button>
        }
        step={
          <StepButton
            type="button"
            variant={confirmVariant}
            isPending={pending}
            pending={words.pending}
            onClick={confirm}
          >
            {words.confirm}
          </StepButton>
        }
      />
    </ConfirmDialog>
  );
}
