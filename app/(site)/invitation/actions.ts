'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { attempt, fieldsOf } from '@/app/form-state';
import type { FormState } from '@/components/form-action';
import { COOKIE_OPTIONS } from '@/lib/auth/cookies';
import { requireSession } from '@/lib/auth/guards';
import { openSession } from '@/lib/auth/open-session';
import { AppError } from '@/lib/errors';
import { acceptInvitation, joinWithNewAccount } from '@/lib/workspaces/accept-invitation';
import { findInvitation } from '@/lib/workspaces/find-invitation';
import { INVITATION_COOKIE, readInvitationToken } from './token';

const REMEMBER_SECONDS = 3_600;

/** Keeps the code of the mailed link in a cookie during a sign-in, and shows the invitation. */
export async function openInvitation(_: FormState, form: FormData): Promise<FormState> {
  const { token } = fieldsOf(form, 'token');
  return attempt({}, async () => {
    if (!(await findInvitation(token))) throw new AppError('link_not_valid');
    const options = { ...COOKIE_OPTIONS, maxAge: REMEMBER_SECONDS };
    (await cookies()).set(INVITATION_COOKIE, token.trim(), options);
    redirect('/invitation');
  });
}

/** Joins as the signed-in person. */
export async function accept(_: FormState): Promise<FormState> {
  return attempt({}, async () => {
    const session = await requireSession();
    await acceptInvitation(session, await readInvitationToken());
    await forgetInvitation();
    redirect('/invoices');
  });
}

/** Creates an account, and joins with it. */
export async function join(_: FormState, form: FormData): Promise<FormState> {
  const fields = fieldsOf(form, 'name', 'password');
  return attempt(fields, async () => {
    const input = { ...fields, language: await getLocale() };
    const { userId } = await joinWithNewAccount(await readInvitationToken(), input);
    await openSession(userId);
    await forgetInvitation();
    redirect('/invoices');
  });
}

async function forgetInvitation(): Promise<void> {
  const { path, secure } = COOKIE_OPTIONS;
  (await cookies()).delete({ name: INVITATION_COOKIE, path, secure });
}
