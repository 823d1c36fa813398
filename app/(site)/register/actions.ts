'use server';

import { RedirectType, redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { type Asked, keepAsked } from '@/app/(site)/_check-email/asked';
import { mailAgain } from '@/app/(site)/_check-email/mail-again';
import { requireCode } from '@/app/(site)/_mailed-link/code';
import { attempt, fieldsOf } from '@/app/form-state';
import type { FormState } from '@/components/forms/form-action';
import { openSession } from '@/lib/identity/sessions/open-session';
import { completeRegistration, startRegistration } from '@/lib/identity/sign-up/register';
import { requestDevice } from '@/lib/request/device';

/** Mails a link that proves the address, and shows the page that says so. */
export async function register(_: FormState, form: FormData): Promise<FormState> {
  const fields = fieldsOf(form, 'name', 'email', 'plan');
  return attempt(fields, async () => {
    await mailLink(fields);
    redirect('/register/sent');
  });
}

/** Mails another link to the same address. */
export async function sendAgain(_: FormState): Promise<FormState> {
  return mailAgain('/register', mailLink);
}

/** Mails a link to another address than the one that was typed first. */
export async function sendElsewhere(_: FormState, form: FormData): Promise<FormState> {
  return mailAgain('/register', mailLink, fieldsOf(form, 'email'));
}

async function mailLink(fields: Asked): Promise<void> {
  const { address } = await requestDevice();
  await startRegistration({ ...fields, language: await getLocale() }, address);
  await keepAsked('/register/sent', fields);
}

/**
 * Creates the account and its first workspace, and signs the person in.
 * @param shownLink names the link that the page showed
 */
export async function confirm(
  shownLink: unknown,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const fields = fieldsOf(form, 'password', 'workspace');
  return attempt(fields, async () => {
    const token = await requireCode({ shownLink });
    const { userId, plan } = await completeRegistration({ ...fields, token });
    await openSession(userId);
    redirect(plan ? `/plans?chosen=${plan}` : '/api-keys', RedirectType.replace);
  });
}
