'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { ButtonVariant } from '@/components/button';
import { Notice } from '@/components/page/notice';
import { takeDraft } from './draft';
import { type FormAction, useFormAction } from './form-action';
import { FormActions, StepButton } from './form-actions';
import { type FieldSpec, FormField } from './form-field';
import { useHandOver } from './hand-over';

const LAYOUTS = {
  column: { form: 'grid gap-4', first: '', button: '' },
  narrow: { form: 'grid gap-4', first: '', button: 'grow' },
  row: {
    form: 'grid gap-4 sm:flex sm:flex-wrap sm:items-start',
    first: 'sm:grow',
    button: 'sm:mt-[1.625rem]',
  },
};

type Props = {
  /** the prefix of the fields' ids, unique on a page */
  id: string;
  action: FormAction;
  fields?: FieldSpec[];
  submit: string;
  /** the same once the action has asked for it: see `asks` of {@link FormState} */
  agree?: string;
  pending: string;
  variant?: ButtonVariant;
  /** `row` keeps short fields and the button on one line where there is room; `narrow` is a page */
  layout?: keyof typeof LAYOUTS;
  /** controls above the fields */
  before?: ReactNode;
  /** controls above the button */
  children?: ReactNode;
  /** beside the button: what leaves all as it is */
  out?: ReactNode;
};

/**
 * A form for a server action. It works without JavaScript. With it, what was done is announced, as
 * the form may be gone by then; after a refusal, all that was typed stays, and the first wrong field
 * gets the focus. The server validates, so errors are in the page's language.
 */
export function ActionForm({ id, action, fields = [], submit, agree, ...rest }: Props) {
  const { pending, variant, layout = 'column', before, children, out } = rest;
  const look = LAYOUTS[layout];
  const t = useTranslations('client.unanswered');
  const { props, state, message, isGood, isPending } = useFormAction(action);
  const [isDraft, setIsDraft] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const refused = state?.ok === false ? state : null;
  const isAsked = refused?.asks !== undefined;
  useHandOver(form);

  useEffect(() => {
    if (refused) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [refused]);

  useEffect(() => {
    if (form.current && takeDraft(form.current)) setIsDraft(true);
  }, []);

  useEffect(() => {
    if (state?.ok) form.current?.reset();
    if (state) setIsDraft(false);
  }, [state]);

  return (
    <form {...props} ref={form} noValidate className={look.form}>
      {message && !isAsked && (
        <div className="w-full">
          <Notice tone={isGood ? 'success' : 'danger'} live={isGood ? 'status' : 'alert'}>
            {message}
          </Notice>
        </div>
      )}
      {isDraft && (
        <div className="w-full">
          <Notice live="status">{t('draft')}</Notice>
        </div>
      )}
      {before}
      {fields.map((field, index) => {
        const { name } = field;
        const defaultValue = refused?.values[name] ?? field.defaultValue;
        return (
          <FormField
            {...field}
            // A mounted select field ignores a new default value, so it gets a new key.
            key={field.options ? `${name} ${defaultValue}` : name}
            id={`${id}-${name}`}
            className={index === 0 ? look.first : field.className}
            error={refused?.errors[name]}
            defaultValue={defaultValue}
          />
        );
      })}
      {children}
      {isAsked && (
        <div className="w-full">
          <input type="hidden" name="agreed" value={refused.asks} />
          <Notice tone="warning" live="alert">
            {message}
          </Notice>
        </div>
      )}
      <FormActions
        step={
          <StepButton
            variant={variant}
            isPending={isPending}
            pending={pending}
            className={look.button}
          >
            {(isAsked && agree) || submit}
          </StepButton>
        }
        out={out}
      />
    </form>
  );
}
