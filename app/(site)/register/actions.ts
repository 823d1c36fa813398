'use server';

import { RedirectType, redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { attempt, fieldsOf } from '@/app/form-state';
import type { FormState } from '@/components/form-action';
import { openSession } from '@/lib/auth/open-session';
import { requestDevice } from '@/lib/request/device';
import { completeRegistration, startRegistration } from '@/lib/sign-up/register';
import { requireCode } from '../mailed-link/code';

/** Mails a link that proves the address. */
export async function register(_: FormState, form: FormData): Promise<FormState> {
  const fields = fieldsOf(form, 'name', 'email');
  return attempt(fields, async () => {
    const { address } = await requestDevice();
    await startRegistration({ ...fields, language: await getLocale() }, address);
    const t = await getTranslations('register');
    return { ok: true, message: t('sent', { email: fields.email.trim() }) };
  });
}

/**
 * Creates the account and its first workspace, and signs the person in.
 * @param of names the link that the page showed
 */
export async function confirm(of: unknown, _: FormState, form: FormData): Promise<FormState> {
  const fields = fieldsOf(form, 'password', 'workspace');
  return attempt(fields, async () => {
    const { userId } = await completeRegistration({ ...fields, token: await requireCode({ of }) });
    await openSession(userId);
    redirect('/api-keys', RedirectType.replace);
  });
}
