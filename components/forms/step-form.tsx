'use client';

import { type ComponentProps, type FormEvent, useRef, useTransition } from 'react';
import { useAnnounce } from './action-status';
import { useCall } from './call';
import { useHandOver } from './hand-over';

type Props = Omit<ComponentProps<'form'>, 'action' | 'onSubmit'> & {
  action: (form: FormData) => Promise<void>;
  /** whether it stands in a menu, which closes once the step is done */
  closesMenu?: boolean;
};

/**
 * A form whose answer is another page, or this one drawn anew: a choice of language, a search, signing
 * out. It works without JavaScript. With it, a step that failed is announced, and the page stays.
 */
export function StepForm({ action, closesMenu, ...rest }: Props) {
  const [isPending, startTransition] = useTransition();
  const form = useRef<HTMLFormElement>(null);
  const call = useCall();
  const announce = useAnnounce();
  useHandOver(form, { ifFocused: true });

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const { currentTarget } = event;
    const sent = new FormData(currentTarget, submitter);
    startTransition(async () => {
      // React would draw the header anew, without its focus, if a redirect reached it.
      const failed = await call(() => action(sent));
      if (failed) return announce(failed.message);
      // As React does after an action: what was sent, such as a key to be found, does not stay here.
      currentTarget.reset();
      if (closesMenu) form.current?.closest<HTMLElement>('[popover]')?.hidePopover?.();
    });
  }

  return (
    <form
      {...rest}
      ref={form}
      action={action}
      onSubmit={onSubmit}
      data-pending={isPending || undefined}
    />
  );
}
