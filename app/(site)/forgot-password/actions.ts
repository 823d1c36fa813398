'use server';

import { redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { attempt, fieldsOf } from '@/app/form-state';
import type { FormState } from '@/components/forms/form-action';
import { requestPasswordReset } from '@/lib/identity/account/reset-password';
import { requestDevice } from '@/lib/request/device';
import { type Asked, keepAsked } from '../_check-email/asked';
import { mailAgain } from '../_check-email/mail-again';

/** Mails a link to choose a new password, and shows the page that says so. */
export async function requestLink(_: FormState, form: FormData): Promise<FormState> {
  const fields = fieldsOf(form, 'email');
  return attempt(fields, async () => {
    await mailLink(fields);
    redirect('/forgot-password/sent');
  });
}

/** Mails another link to the same address. */
export async function sendAgain(_: FormState): Promise<FormState> {
  return mailAgain('/forgot-password', mailLink);
}

/** Mails a link to another address than the one that was typed first. */
export async function sendElsewhere(_: FormState, form: FormData): Promise<FormState> {
  return mailAgain('/forgot-password', mailLink, fieldsOf(form, 'email'));
}

async function mailLink(fields: Asked): Promise<void> {
  const { address } = await requestDevice();
  await requestPasswordReset({ ...fields, language: await getLocale() }, address);
  await keepAsked('/forgot-password/sent', fields);
}
