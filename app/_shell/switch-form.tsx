'use client';

import { type FormEvent, type ReactNode, useRef, useTransition } from 'react';
import { useHandOver } from '@/components/forms/hand-over';
import { isRedirect } from '@/components/forms/redirected';
import { switchWorkspace } from './actions';

type Props = {
  className?: string;
  /** with a button `workspaceId` for each workspace */
  children: ReactNode;
};

/** A form that chooses a workspace, and goes to its first page. */
export function SwitchForm({ className, children }: Props) {
  const [isPending, startTransition] = useTransition();
  const form = useRef<HTMLFormElement>(null);
  useHandOver(form, { ifFocused: true });

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const chosen = new FormData(event.currentTarget, submitter);
    startTransition(async () => {
      // React would draw the header anew, without its focus, if the redirect reached it.
      await switchWorkspace(chosen).catch((error) => {
        if (!isRedirect(error)) throw error;
      });
      form.current?.closest<HTMLElement>('[popover]')?.hidePopover();
    });
  }

  return (
    <form ref={form} action={switchWorkspace} onSubmit={onSubmit} className={className}>
      {children}
    </form>
  );
}
