'use client';

import { unstable_rethrow } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState, useTransition } from 'react';
import { Button } from '@/components/button';
import { Field, SelectField } from '@/components/field';
import { Notice } from '@/components/notice';
import { EXPIRIES } from '@/lib/api-keys/expiries';
import { type Created, generateKey } from './actions';
import { dropDraft, fillIn, keepDraft } from './draft';
import { RevealKey } from './reveal-key';

/** What is shown of a refusal: a sentence beside each wrong field, or one for the form. */
type Failure = { message?: string | undefined; errors: Record<string, string> };

type Props = {
  apiUrl: string;
  workspaceId: string;
  /** how many active keys there are: a refusal is shown only until this number changes */
  active: number;
};

/** The name, Generate, and the modal that shows the key once. */
export function CreateKey({ apiUrl, workspaceId, active }: Props) {
  const t = useTranslations('client.createKey');
  const [pending, startTransition] = useTransition();
  const [refused, setRefused] = useState<{ failure: Failure; active: number } | null>(null);
  const failure = refused?.active === active ? refused.failure : null;
  const [created, setCreated] = useState<Created | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const name = useRef<HTMLInputElement>(null);
  const options = useRef<HTMLDetailsElement>(null);
  const [isDraft, setIsDraft] = useState(false);

  useEffect(() => {
    if (!failure) return;
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid]');
    if (options.current?.contains(wrong ?? null)) options.current.open = true;
    (wrong ?? name.current)?.focus();
  }, [failure]);

  useEffect(() => {
    if (!form.current || !options.current || !fillIn(form.current, workspaceId)) return;
    setIsDraft(true);
    const chosen = [...options.current.querySelectorAll('select')];
    options.current.open = chosen.some(({ selectedIndex }) => selectedIndex > 0);
  }, [workspaceId]);

  // The key is only in this state; closing the modal forgets it.
  const forget = useCallback(() => setCreated(null), []);

  function generate(fields: FormData) {
    startTransition(async () => {
      const result = await generateKey(workspaceId, fields).catch((error) => {
        // A session that has ended leads to sign-in, and back.
        keepDraft(workspaceId, fields);
        unstable_rethrow(error);
        return { ok: false, message: t('network'), errors: {} } as const;
      });
      dropDraft();
      setIsDraft(false);
      setRefused(result.ok ? null : { failure: result, active });
      if (!result.ok) return;
      setCreated(result);
      form.current?.reset();
    });
  }

  return (
    <form
      ref={form}
      // Sends nothing outside a dialog: a submit before hydration puts no name in the address.
      method="dialog"
      onInput={dropDraft}
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending) generate(new FormData(event.currentTarget));
      }}
    >
      {isDraft && (
        <div className="mb-4">
          <Notice live="status">{t('draft')}</Notice>
        </div>
      )}
      <Field
        ref={name}
        id="key-name"
        name="name"
        label={t('labels.name')}
        hint={t('hint')}
        error={failure?.errors.name}
        autoComplete="off"
      />
      <details ref={options} className="mt-2 text-sm">
        <summary className="w-fit rounded-control py-1.5 text-muted hover:text-ink">
          {t('options')}
        </summary>
        <div className="mt-2 grid gap-4 sm:max-w-md sm:grid-cols-2">
          <SelectField
            id="key-access"
            name="access"
            label={t('labels.scopes')}
            error={failure?.errors.scopes}
          >
            <option value="write">{t('readWrite')}</option>
            <option value="read">{t('readOnly')}</option>
          </SelectField>
          <SelectField
            id="key-expiry"
            name="expiresInDays"
            label={t('labels.expiresInDays')}
            error={failure?.errors.expiresInDays}
          >
            <option value="">{t('never')}</option>
            {EXPIRIES.map((days) => (
              <option key={days} value={days}>
                {t('days', { days })}
              </option>
            ))}
          </SelectField>
        </div>
      </details>
      <Button type="submit" aria-disabled={pending} className="mt-4">
        {pending ? t('pending') : t('submit')}
      </Button>
      {failure?.message && (
        <div className="mt-4">
          <Notice tone="danger" live="alert">
            {failure.message}
          </Notice>
        </div>
      )}
      <RevealKey created={created} apiUrl={apiUrl} finalFocus={name} onClose={forget} />
    </form>
  );
}
