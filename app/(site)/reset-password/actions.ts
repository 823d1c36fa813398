'use server';

import { RedirectType, redirect } from 'next/navigation';
import { attempt, fieldsOf } from '@/app/form-state';
import type { FormState } from '@/components/forms/form-action';
import { resetPassword } from '@/lib/identity/account/reset-password';
import { openSession } from '@/lib/identity/sessions/open-session';
import { requireCode } from '../_mailed-link/code';

/**
 * Sets the new password, ends every session, and signs the person in again.
 * @param shownLink names the link that the page showed
 */
export async function setPassword(
  shownLink: unknown,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const fields = fieldsOf(form, 'password');
  return attempt(fields, async () => {
    const { userId } = await resetPassword({ ...fields, token: await requireCode({ shownLink }) });
    await openSession(userId);
    redirect('/workspace', RedirectType.replace);
  });
}
