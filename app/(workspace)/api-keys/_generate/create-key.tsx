'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef, useState, useTransition } from 'react';
import type { Created } from '@/app/(workspace)/api-keys/_reveal/created';
import { RevealKey } from '@/app/(workspace)/api-keys/_reveal/reveal-key';
import { generateKey } from '@/app/(workspace)/api-keys/actions';
import { useCall } from '@/components/forms/call';
import { draftOf } from '@/components/forms/draft';
import { Field } from '@/components/forms/field';
import { StepButton } from '@/components/forms/form-actions';
import { Notice } from '@/components/page/notice';
import { useGivesWay } from './gives-way';
import { KeyOptions } from './key-options';
import { useShowRow } from './show-row';
import { useDraft } from './use-draft';

/** Refusals that the page tells beforehand, once it knows. */
const GIVES_WAY: readonly string[] = ['api_key_quota_reached', 'feature_not_available'];

/** What is shown of a refusal: a sentence beside each wrong field, or one for the form. */
type Failure = { message?: string | undefined; errors: Record<string, string> };

type Props = {
  apiUrl: string;
  workspaceId: string;
  /** how many active keys there are: a refusal is shown only until this number changes */
  active: number;
  /** how many days a key of the workspace may live; null for ever */
  maxKeyDays: number | null;
  /** whether there is no key yet: then the form says more about itself */
  isFirst: boolean;
  /** what stands in the form's place where it could only be refused; null where there is room */
  instead: ReactNode;
};

/** The name, Generate, and the modal that shows the key once. */
export function CreateKey({ apiUrl, workspaceId, maxKeyDays, active, isFirst, instead }: Props) {
  const t = useTranslations('client.createKey');
  const words = useTranslations('client.unanswered');
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const call = useCall();
  const [refused, setRefused] = useState<{ failure: Failure; active: number } | null>(null);
  const failure = refused?.active === active ? refused.failure : null;
  const [created, setCreated] = useState<Created | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const name = useRef<HTMLInputElement>(null);
  const options = useRef<HTMLDetailsElement>(null);
  const [isDraft, setIsDraft] = useDraft(form, options, name);
  const place = useRef<HTMLDivElement>(null);
  const isFull = instead !== null;

  useEffect(() => {
    if (!failure) return;
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid]');
    if (options.current?.contains(wrong ?? null)) options.current.open = true;
    (wrong ?? name.current)?.focus();
  }, [failure]);

  useGivesWay(isFull, form, place);

  // The key is only in this state; closing the modal forgets it.
  const showRow = useShowRow();
  function close() {
    setCreated(null);
    if (created) showRow(created);
  }

  function generate(typed: HTMLFormElement) {
    const fields = new FormData(typed);
    const draft = draftOf(typed);
    startTransition(async () => {
      const doubt = t('doubt');
      const result = await call(() => generateKey(workspaceId, fields), { doubt, draft });
      if (!result) return;
      setIsDraft(false);
      setRefused(result.ok ? null : { failure: result, active });
      // Another tab may have taken the last room. What was typed is there again once there is some.
      if (!result.ok && GIVES_WAY.includes(result.code)) router.refresh();
      if (!result.ok) return;
      setCreated(result);
      form.current?.reset();
    });
  }

  return (
    <>
      {isFull && (
        <div ref={place} tabIndex={-1} className="grid gap-3 rounded-control">
          {refused?.failure.message && <Notice tone="warning">{refused.failure.message}</Notice>}
          <div>{instead}</div>
        </div>
      )}
      <form
        ref={form}
        hidden={isFull}
        // Sends nothing outside a dialog: a submit before hydration puts no name in the address.
        method="dialog"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!pending) generate(event.currentTarget);
        }}
      >
        {isDraft && (
          <div className="mb-4">
            <Notice live="status">{words('draft')}</Notice>
          </div>
        )}
        <div className="relative sm:mr-32 sm:max-w-2xl">
          <div className="grid grid-cols-[1fr_auto] items-start gap-x-2">
            <Field
              ref={name}
              id="key-name"
              name="name"
              label={t('labels.name')}
              hint={t('hint')}
              hidesHint={!isFirst}
              error={failure?.errors.name}
              autoComplete="off"
              className="min-w-0 sm:grid sm:grid-cols-[auto_1fr] sm:items-center sm:gap-x-3 sm:*:[label]:mb-0 sm:*:[p]:col-start-2"
            />
            <StepButton isPending={pending} pending={t('pending')} className="max-sm:mt-[1.625rem]">
              {t('submit')}
            </StepButton>
          </div>
          <KeyOptions ref={options} errors={failure?.errors} maxKeyDays={maxKeyDays} />
        </div>
        {failure?.message && (
          <div className="mt-4">
            <Notice tone="danger" live="alert">
              {failure.message}
            </Notice>
          </div>
        )}
      </form>
      <RevealKey
        created={created}
        apiUrl={apiUrl}
        finalFocus={isFull ? place : name}
        onClose={close}
      />
    </>
  );
}
