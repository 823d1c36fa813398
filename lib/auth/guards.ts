import { headers } from 'next/headers';
import { forbidden, redirect } from 'next/navigation';
import { getServerSession } from 'next-auth';
import { cache } from 'react';
import { denied, type Member } from '@/lib/actor';

import { AppError } from '@/lib/errors';
import { PATH_HEADER } from '@/lib/request/path-header';
import { authOptions } from '@/lib/sign-in/options';
import type { LiveSession, MemberOf } from './sessions';

/**
 * The session of this request, or null for someone signed out.
 * @throws AppError `unavailable` when the database does not answer
 */
export const getSession = cache(async (): Promise<LiveSession | null> => {
  const session = await getServerSession(authOptions());
  if (session?.outage) throw new AppError('unavailable', { retryAfter: 5 });
  return session?.live ?? null;
});

/** The session if there is one and the database answers: for public pages, which need neither. */
export async function getSessionIfUp(): Promise<LiveSession | null> {
  try {
    return await getSession();
  } catch (error) {
    if (AppError.is(error, 'unavailable')) return null;
    throw error;
  }
}

/** The session, or leaves for sign-in, which returns to this page. */
export async function requireSession(): Promise<LiveSession> {
  const session = await getSession();
  if (session) return session;
  const path = (await headers()).get(PATH_HEADER) ?? '/';
  redirect(`/sign-in?callbackUrl=${encodeURIComponent(path)}`);
}

export type SignedIn = LiveSession & { workspace: MemberOf; actor: Member };

/**
 * A member of the chosen workspace, or leaves: signed out for sign-in, in no workspace for the
 * 403 page.
 */
export async function requireMember(): Promise<SignedIn> {
  const session = await requireSession();
  const { user, workspace } = session;
  if (!workspace) forbidden();
  const { id: workspaceId, role, isOwner } = workspace;
  return {
    ...session,
    workspace,
    actor: { kind: 'member', userId: user.id, workspaceId, role, isOwner },
  };
}

/**
 * Another tab may have switched this session to another workspace, where a form that is still open
 * here would do what it was not meant to.
 * @param shown id of the workspace that the form is about; it is compared, and grants nothing
 * @throws AppError `other_workspace` with the name of the chosen one
 */
export function assertChosen({ workspace }: SignedIn, shown: unknown): void {
  if (shown === workspace.id) return;
  throw new AppError('other_workspace', { workspace: workspace.name });
}

/** The Owner of the chosen workspace, or leaves: everyone else for the 403 page (rule 1). */
export async function requireOwner(): Promise<SignedIn> {
  const signedIn = await requireMember();
  if (signedIn.workspace.isOwner) return signedIn;
  denied(signedIn.actor, new AppError('owner_required'));
  forbidden();
}
