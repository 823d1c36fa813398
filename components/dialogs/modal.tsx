'use client';

import {
  type MouseEvent,
  type ReactNode,
  type RefObject,
  type SyntheticEvent,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
} from 'react';
import { createPortal } from 'react-dom';
import { ModalPanel } from './modal-panel';

const MODAL =
  'mx-auto mb-auto max-h-none rounded-panel w-[calc(100vw-2rem)] max-w-lg overflow-visible bg-transparent text-ink transition duration-150 starting:scale-98 starting:opacity-0 backdrop:bg-scrim backdrop:transition-opacity backdrop:duration-150 starting:backdrop:opacity-0';

/** What every modal shows. */
export type Content = {
  title: string;
  /** what is announced with the title */
  description: ReactNode;
  children: ReactNode;
  /** where the focus goes when it opens; by default to the first control */
  initialFocus?: RefObject<HTMLElement | null>;
  /** where the focus goes when it closes; by default back to where it was */
  finalFocus?: RefObject<HTMLElement | null> | undefined;
};

type Props = Content & {
  role: 'dialog' | 'alertdialog';
  closedby?: 'none';
  /** near the top of the window, for one that grows while it is used */
  isAtTop?: boolean;
  onEscape: () => void;
  onClickOutside?: () => void;
};

/**
 * The browser's modal, open as long as it is rendered: the page behind is inert, the focus stays in and
 * goes back. A key that is held down, as Enter from the form before it, presses none of its buttons.
 */
export function Modal({
  title,
  description,
  children,
  role,
  closedby,
  isAtTop = false,
  ...on
}: Props) {
  const id = useId();
  const element = useRef<HTMLDialogElement>(null);
  const beganOutside = useRef(false);
  const focus = useEffectEvent(() => on.initialFocus?.current?.focus());
  const giveBack = useEffectEvent(() => on.finalFocus?.current?.focus());
  const onEscape = useEffectEvent(on.onEscape);

  useLayoutEffect(() => {
    const dialog = element.current;
    if (!dialog) return;
    const listening = new AbortController();

    const show = () => {
      keepScrollbarRoom();
      dialog.showModal();
      focus();
    };

    // On the document: in some browsers a click on a text takes the focus out of the dialog.
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      // A browser closes at the second Escape, whatever the page says to `cancel`.
      event.preventDefault();
      if (!event.repeat) onEscape();
    };

    // Back on Android, pressed twice, closes it without asking.
    const reopen = () => {
      if (dialog.open) return;
      show();
      onEscape();
    };

    show();
    document.addEventListener('keydown', press, listening);
    dialog.addEventListener('close', reopen, listening);
    // It closes before it is removed: a dialog that is gone gives no focus back.
    return () => {
      listening.abort();
      dialog.close();
      giveBack();
    };
  }, []);

  function cancel(event: SyntheticEvent) {
    event.preventDefault();
    on.onEscape();
  }

  // The panel covers the dialog: what meets the dialog itself is outside.
  function pressMouse(event: MouseEvent) {
    beganOutside.current = event.target === event.currentTarget;
    // The focus, and what is selected, stay.
    if (beganOutside.current) event.preventDefault();
  }

  function click(event: MouseEvent) {
    if (beganOutside.current && event.target === event.currentTarget) on.onClickOutside?.();
  }

  return createPortal(
    <dialog
      ref={element}
      role={role}
      closedby={closedby}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-description`}
      className={`${MODAL} ${isAtTop ? 'mt-4 sm:mt-[10dvh]' : 'mt-auto'}`}
      onCancel={cancel}
      onKeyDown={(event) => event.repeat && event.key === 'Enter' && event.preventDefault()}
      onMouseDown={pressMouse}
      onClick={click}
    >
      <ModalPanel id={id} title={title} description={description} isAtTop={isAtTop}>
        {children}
      </ModalPanel>
    </dialog>,
    document.body,
  );
}

/** The page has no scrollbar while a modal is open (app/styles/base.css). The room that it took stays. */
function keepScrollbarRoom(): void {
  const { style, clientWidth } = document.documentElement;
  style.setProperty('--scrollbar-room', innerWidth > clientWidth ? 'stable' : 'auto');
}
