'use server';

import { revalidatePath } from 'next/cache';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { fieldsOf } from '@/app/form-state';
import { chooseWorkspace } from '@/lib/auth/choose-workspace';
import { SESSION_COOKIE } from '@/lib/auth/cookies';
import { getSession, requireSession } from '@/lib/auth/guards';
import { endSession } from '@/lib/auth/sessions';

/** Chooses another workspace for this session, and goes to its first page. */
export async function switchWorkspace(form: FormData): Promise<void> {
  const session = await requireSession();
  await chooseWorkspace(session, fieldsOf(form, 'workspaceId').workspaceId);
  revalidatePath('/', 'layout');
  redirect('/workspace');
}

/**
 * Ends the session on the server first, so that a copy of the cookie is dead too.
 * @param form `next` is `/invitation` for someone who goes on there as somebody else
 */
export async function signOut(form: FormData): Promise<void> {
  const session = await getSession();
  if (session) await endSession(session);
  // A browser drops a __Host- cookie only if the order to do so is as strict as the cookie.
  const secure = SESSION_COOKIE.startsWith('__Host-');
  (await cookies()).delete({ name: SESSION_COOKIE, path: '/', secure });
  redirect(fieldsOf(form, 'next').next === '/invitation' ? '/invitation' : '/');
}
