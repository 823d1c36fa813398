'use server';

import { RedirectType, redirect } from 'next/navigation';
import { getLocale } from 'next-intl/server';
import { requireCode } from '@/app/(site)/_mailed-link/code';
import { attempt, fieldsOf } from '@/app/form-state';
import type { FormState } from '@/components/forms/form-action';
import { requireSession } from '@/lib/identity/sessions/guards';
import { openSession } from '@/lib/identity/sessions/open-session';
import {
  acceptInvitation,
  joinWithNewAccount,
} from '@/lib/workspaces/invitations/accept-invitation';

/**
 * Joins as the signed-in person.
 * @param shownLink names the link that the page showed
 */
export async function accept(shownLink: unknown, _: FormState): Promise<FormState> {
  return attempt({}, async () => {
    const session = await requireSession();
    await acceptInvitation(session, await requireCode({ shownLink }));
    redirect('/invoices', RedirectType.replace);
  });
}

/**
 * Creates an account, and joins with it.
 * @param shownLink names the link that the page showed
 */
export async function join(shownLink: unknown, _: FormState, form: FormData): Promise<FormState> {
  const fields = fieldsOf(form, 'name', 'password');
  return attempt(fields, async () => {
    const input = { ...fields, language: await getLocale() };
    const { userId } = await joinWithNewAccount(await requireCode({ shownLink }), input);
    await openSession(userId);
    redirect('/invoices', RedirectType.replace);
  });
}
