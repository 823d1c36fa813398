'use client';

import { AlertDialog } from '@base-ui/react/alert-dialog';
import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import type { ReactNode, RefObject } from 'react';

const SCRIM =
  'fixed inset-0 bg-scrim transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0';
const POPUP =
  'fixed top-1/2 left-1/2 max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] max-w-lg -translate-x-1/2 -translate-y-1/2 overflow-y-auto rounded-panel border border-line bg-surface p-6 shadow-overlay transition duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0 data-starting-style:scale-98';

type Props = {
  open: boolean;
  title: string;
  children: ReactNode;
  /** where the focus goes when it opens; by default to the first control */
  initialFocus?: RefObject<HTMLElement | null>;
  /** where the focus goes when it closes; by default back to where it was */
  finalFocus?: RefObject<HTMLElement | null>;
};

/**
 * A modal that only its own buttons close. A key that is held down, as Enter from the form before it,
 * presses none of them.
 * @param description what is announced with the title
 * @param onDismiss called when someone presses Escape or clicks outside, to tell them so
 */
export function Dialog({
  onDismiss,
  description,
  ...props
}: Props & { onDismiss: () => void; description: ReactNode }) {
  const { open, title, children, initialFocus, finalFocus } = props;
  return (
    <BaseDialog.Root open={open} onOpenChange={(next) => !next && onDismiss()}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={SCRIM} />
        <BaseDialog.Popup
          className={POPUP}
          initialFocus={initialFocus}
          finalFocus={finalFocus}
          onKeyDown={(event) => event.repeat && event.key === 'Enter' && event.preventDefault()}
        >
          <BaseDialog.Title className="text-lg font-semibold">{title}</BaseDialog.Title>
          <BaseDialog.Description className="mt-2 text-muted wrap-anywhere">
            {description}
          </BaseDialog.Description>
          {children}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}

/**
 * Asks before a step that cannot be undone. Escape and `onCancel` leave everything as it was.
 * @param description what will happen, and to what
 */
export function ConfirmDialog({
  onCancel,
  description,
  ...props
}: Props & { onCancel: () => void; description: ReactNode }) {
  const { open, title, children, initialFocus, finalFocus } = props;
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => !next && onCancel()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={SCRIM} />
        <AlertDialog.Popup className={POPUP} initialFocus={initialFocus} finalFocus={finalFocus}>
          <AlertDialog.Title className="text-lg font-semibold wrap-anywhere">
            {title}
          </AlertDialog.Title>
          <AlertDialog.Description className="mt-2 text-muted wrap-anywhere">
            {description}
          </AlertDialog.Description>
          {children}
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
