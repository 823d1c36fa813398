'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { Field } from '@/components/forms/field';
import { StepButton } from '@/components/forms/form-actions';
import { PasswordField } from '@/components/forms/password-field';
import { Notice } from '@/components/page/notice';
import { askToSignIn } from './ask';
import type { SignInFailure } from './failures';

type Props = { csrfToken: string | undefined; callbackUrl: string; error: SignInFailure | null };

/**
 * Without JavaScript, the form posts to next-auth. With it, a wrong password clears no field.
 * @param csrfToken from next-auth; with JavaScript the form fetches its own
 */
export function SignInForm({ csrfToken, callbackUrl, error }: Props) {
  const t = useTranslations('client.signIn');
  const [failure, setFailure] = useState(error);
  const [pending, setPending] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    if (!navigator.cookieEnabled) return setFailure('cookies');
    setPending(true);
    setFailure(null);
    const { email, password } = Object.fromEntries(new FormData(event.currentTarget));
    const typed = { email: String(email), password: String(password) };
    const failed = await askToSignIn({ ...typed, callbackUrl });
    if (!failed) {
      window.location.assign(callbackUrl);
      return;
    }
    setFailure(failed);
    setPending(false);
    form.current?.querySelector<HTMLInputElement>('#password')?.select();
  }

  return (
    <form
      ref={form}
      method="post"
      action="/api/auth/callback/credentials"
      onSubmit={submit}
      className="grid gap-4"
    >
      <input type="hidden" name="csrfToken" value={csrfToken} />
      <input type="hidden" name="callbackUrl" value={callbackUrl} />
      {failure && (
        <Notice tone={failure === 'ended' ? 'warning' : 'danger'} live="alert">
          {t(failure)}
        </Notice>
      )}
      <Field
        id="email"
        name="email"
        type="email"
        label={t('email')}
        autoComplete="username"
        maxLength={254}
        required
      />
      <PasswordField
        id="password"
        name="password"
        label={t('password')}
        autoComplete="current-password"
        required
      />
      <StepButton isPending={pending} pending={t('pending')}>
        {t('submit')}
      </StepButton>
    </form>
  );
}
