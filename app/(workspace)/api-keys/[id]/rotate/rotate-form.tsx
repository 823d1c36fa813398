'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useCallback, useEffect, useRef, useState, useTransition } from 'react';
import type { Created } from '@/app/(workspace)/api-keys/_reveal/created';
import { RevealKey } from '@/app/(workspace)/api-keys/_reveal/reveal-key';
import type { Explained } from '@/app/explain';
import { useCall } from '@/components/forms/call';
import { FormActions, StepButton } from '@/components/forms/form-actions';
import { FormField } from '@/components/forms/form-field';
import { OptionList } from '@/components/forms/option-list';
import { Notice } from '@/components/page/notice';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { RETIRE_RULES, type RetireRule } from '@/lib/api-keys/rotation/rotation';
import { rotateKey } from './actions';
import { type NewExpiry, useNewExpiry } from './use-new-expiry';

type Props = {
  apiKey: Pick<ApiKey, 'id' | 'workspaceId' | 'hint'>;
  /** when the old key retires, before anything else is chosen */
  chosen?: RetireRule | undefined;
  /** when the new key may expire */
  expiry: NewExpiry;
  /** what stops if the old key retires at once */
  loss: string;
  apiUrl: string;
  /** back to the key, as it is */
  out: ReactNode;
  /** what stands in the form's place where the key cannot be rotated; null where it can */
  instead: ReactNode;
};

/** Asks when the old key retires, rotates, and shows the new key once. Then the tracker follows. */
export function RotateForm({
  apiKey,
  chosen = RETIRE_RULES[0],
  expiry,
  loss,
  apiUrl,
  out,
  instead,
}: Props) {
  const { id, workspaceId, hint } = apiKey;
  const t = useTranslations('client.rotateKey');
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const call = useCall();
  const [failure, setFailure] = useState<Pick<Explained, 'message' | 'errors'> | null>(null);
  const fields = useNewExpiry(expiry);
  const [created, setCreated] = useState<Created | null>(null);
  const [isRotated, setRotated] = useState(false);
  const place = useRef<HTMLDivElement>(null);

  // What follows has taken the place of the form, which is as new if it ever comes back.
  useEffect(() => {
    if (instead) setRotated(false);
  }, [instead]);

  // The key is only in this state; closing the modal forgets it.
  const forget = useCallback(() => {
    setCreated(null);
    router.refresh();
  }, [router]);

  function rotate(fields: FormData) {
    startTransition(async () => {
      const result = await call(() => rotateKey(workspaceId, id, fields), { doubt: t('doubt') });
      if (!result) return;
      setFailure(result.ok ? null : result);
      // Another tab may have rotated or revoked it: then the page says so. Without an answer it stays:
      // it could not be loaded either.
      if (!result.ok && !('unanswered' in result)) router.refresh();
      if (!result.ok) return;
      setRotated(true);
      setCreated(result);
    });
  }

  return (
    <>
      {failure?.message && (
        <div className="mb-4">
          <Notice tone="danger" live="alert">
            {failure.message}
          </Notice>
        </div>
      )}
      <div ref={place} tabIndex={-1} className="rounded-control">
        {instead ?? (isRotated && <p className="font-medium text-muted">{t('done')}</p>)}
      </div>
      {!instead && !isRotated && (
        <form
          // Sends nothing outside a dialog: a submit before hydration puts nothing in the address.
          method="dialog"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!pending) rotate(new FormData(event.currentTarget));
          }}
          className="grid gap-5"
        >
          <OptionList
            legend={t('question', { hint })}
            name="retire"
            options={RETIRE_RULES.map((rule) => ({
              value: rule,
              label: t(`rules.${rule}.label`),
              hint: (
                <>
                  <span>{t(`rules.${rule}.hint`)}</span>{' '}
                  {rule === 'now' && <span className="text-warning">{loss}</span>}
                </>
              ),
            }))}
            chosen={chosen}
          />
          <div className="grid gap-4 sm:max-w-md sm:grid-cols-2">
            {fields.map((field) => (
              <FormField
                key={field.name}
                id={`rotate-${field.name}`}
                error={failure?.errors[field.name]}
                {...field}
              />
            ))}
          </div>
          <FormActions
            step={
              <StepButton isPending={pending} pending={t('pending')}>
                {t('submit')}
              </StepButton>
            }
            out={out}
          />
        </form>
      )}
      <RevealKey created={created} apiUrl={apiUrl} finalFocus={place} onClose={forget} />
    </>
  );
}
