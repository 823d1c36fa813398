'use client';

import { type Content, Modal } from './modal';

type Props = Content & { open: boolean };

/**
 * A modal that only its own buttons close.
 * @param onDismiss called when someone presses Escape or clicks outside, to tell them so
 */
export function Dialog({ open, onDismiss, ...content }: Props & { onDismiss: () => void }) {
  // Back on Android is then Back for the page, too.
  const stays = { role: 'dialog', closedby: 'none' } as const;
  return open && <Modal {...content} {...stays} onEscape={onDismiss} onClickOutside={onDismiss} />;
}

/**
 * Asks before a step that cannot be undone. Escape, Back on Android and `onCancel` leave everything as
 * it was.
 */
export function ConfirmDialog({ open, onCancel, ...content }: Props & { onCancel: () => void }) {
  return open && <Modal {...content} role="alertdialog" onEscape={onCancel} />;
}
