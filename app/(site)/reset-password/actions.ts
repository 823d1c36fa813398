'use server';

import { RedirectType, redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { attempt, fieldsOf } from '@/app/form-state';
import type { FormState } from '@/components/form-action';
import { requestPasswordReset, resetPassword } from '@/lib/accounts/reset-password';
import { openSession } from '@/lib/auth/open-session';
import { requestDevice } from '@/lib/request/device';
import { requireCode } from '../mailed-link/code';

/** Mails a link to choose a new password. */
export async function requestLink(_: FormState, form: FormData): Promise<FormState> {
  const fields = fieldsOf(form, 'email');
  return attempt(fields, async () => {
    const { address } = await requestDevice();
    await requestPasswordReset({ ...fields, language: await getLocale() }, address);
    const t = await getTranslations('forgotPassword');
    return { ok: true, message: t('sent', { email: fields.email.trim() }) };
  });
}

/**
 * Sets the new password, ends every session, and signs the person in again.
 * @param of names the link that the page showed
 */
export async function setPassword(of: unknown, _: FormState, form: FormData): Promise<FormState> {
  const fields = fieldsOf(form, 'password');
  return attempt(fields, async () => {
    const { userId } = await resetPassword({ ...fields, token: await requireCode({ of }) });
    await openSession(userId);
    redirect('/workspace', RedirectType.replace);
  });
}
