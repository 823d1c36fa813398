'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, type Ref, useRef, useState, useTransition } from 'react';
import { Button, type ButtonVariant } from './button';
import { ConfirmDialog } from './dialog';
import { Notice } from './notice';

export type Outcome = { ok: true } | { ok: false; message: string };

export type ConfirmWords = {
  trigger: string;
  title: string;
  text: ReactNode;
  cancel: string;
  confirm: string;
  pending: string;
  /** for when no answer came back */
  network: string;
};

type Props = {
  words: ConfirmWords;
  action: () => Promise<Outcome>;
  /** called after it was done, as the dialog closes */
  onDone?: () => void;
  /** the page to go to then */
  next?: string;
  /** of the button that asks, and of the one that confirms */
  variant?: ButtonVariant;
  confirmVariant?: ButtonVariant;
  describedBy?: string;
  triggerRef?: Ref<HTMLButtonElement>;
};

/** A button for what needs thinking over, and the question before it, whose default is the safe one. */
export function ConfirmAction({
  words,
  action,
  onDone,
  next,
  variant = 'dangerQuiet',
  confirmVariant = 'danger',
  describedBy,
  triggerRef,
}: Props) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [pending, startTransition] = useTransition();
  const [failure, setFailure] = useState<string | null>(null);
  const cancel = useRef<HTMLButtonElement>(null);

  function ask() {
    setFailure(null);
    setOpen(true);
  }

  function confirm() {
    startTransition(async () => {
      const lost = { ok: false, message: words.network } as const;
      const result = await action().catch(() => lost);
      if (!result.ok) return setFailure(result.message);
      setOpen(false);
      onDone?.();
      if (next) router.push(next);
    });
  }

  return (
    <>
      <Button ref={triggerRef} variant={variant} aria-describedby={describedBy} onClick={ask}>
        {words.trigger}
      </Button>
      <ConfirmDialog
        open={open}
        title={words.title}
        description={words.text}
        initialFocus={cancel}
        onCancel={() => !pending && setOpen(false)}
      >
        {failure && (
          <div className="mt-4">
            <Notice tone="danger" live="alert">
              {failure}
            </Notice>
          </div>
        )}
        <div className="mt-6 flex flex-wrap justify-end gap-3">
          <Button
            ref={cancel}
            variant="secondary"
            disabled={pending}
            onClick={() => setOpen(false)}
          >
            {words.cancel}
          </Button>
          <Button variant={confirmVariant} disabled={pending} onClick={confirm}>
            {pending ? words.pending : words.confirm}
          </Button>
        </div>
      </ConfirmDialog>
    </>
  );
}
