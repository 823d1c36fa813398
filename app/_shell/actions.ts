'use server';

import { revalidatePath } from 'next/cache';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { fieldsOf } from '@/app/form-state';
import { chooseWorkspace } from '@/lib/identity/sessions/choose-workspace';
import { SESSION_COOKIE } from '@/lib/identity/sessions/cookies';
import { getSession, requireSession } from '@/lib/identity/sessions/guards';
import { endSession } from '@/lib/identity/sessions/sessions';

/** Chooses another workspace for this session, and goes to its first page. */
export async function switchWorkspace(form: FormData): Promise<void> {
  const session = await requireSession();
  await chooseWorkspace(session, fieldsOf(form, 'workspaceId').workspaceId);
  revalidatePath('/', 'layout');
  redirect('/workspace');
}

/**
 * Ends the session on the server first, so that a copy of the cookie is useless too.
 * @param form `next` is `/invitation` for someone who continues there with another account
 */
export async function signOut(form: FormData): Promise<void> {
  const session = await getSession();
  if (session) await endSession(session);
  // A browser deletes a __Host- cookie only if the deletion has the same attributes as the cookie.
  const secure = SESSION_COOKIE.startsWith('__Host-');
  (await cookies()).delete({ name: SESSION_COOKIE, path: '/', secure });
  redirect(fieldsOf(form, 'next').next === '/invitation' ? '/invitation' : '/');
}
