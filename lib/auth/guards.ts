import { headers } from 'next/headers';
import { forbidden, redirect } from 'next/navigation';
import { cache } from 'react';
import { denied, type Member } from '@/lib/actor';
import { isOutage } from '@/lib/database/outage';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/process/log';
import { PATH_HEADER } from '@/lib/request/path-header';
import { readSessionCookie } from './cookies';
import { findSession, type LiveSession, type Membership } from './find-session';

const OUTAGE_RETRY_SECONDS = 5;

/**
 * The session of this request, or null for someone signed out. A page reads it once, however many of
 * its parts ask.
 * @throws AppError `unavailable` when the database does not answer
 */
export const getSession = cache(async (): Promise<LiveSession | null> => {
  const sessionId = await readSessionCookie();
  if (!sessionId) return null;
  try {
    return await findSession(sessionId);
  } catch (error) {
    if (!isOutage(error)) throw error;
    log.error({ err: error }, 'the database does not answer');
    throw new AppError('unavailable', { retryAfter: OUTAGE_RETRY_SECONDS });
  }
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

export type SignedIn = LiveSession & { workspace: Membership; actor: Member };

/**
 * What an action is about: `of` is the id of the workspace that its page showed, as the browser sends
 * it. It is compared and grants nothing.
 */
type Shown = { of: unknown };

/**
 * A member of the chosen workspace, or leaves: signed out for sign-in, in no workspace for the
 * 403 page.
 * @param shown for whatever changes something: another tab may have switched the session to another
 *   workspace, where a form that is still open in this one would do what nobody meant
 * @throws AppError `other_workspace` with the name of the chosen one
 */
export async function requireMember(shown?: Shown): Promise<SignedIn> {
  const session = await requireSession();
  const { user, workspace } = session;
  if (!workspace) forbidden();
  const { id: workspaceId, name, role, isOwner } = workspace;
  if (shown && shown.of !== workspaceId) {
    throw new AppError('other_workspace', { workspace: name });
  }
  const actor = { kind: 'member', userId: user.id, workspaceId, role, isOwner } as const;
  return { ...session, workspace, actor };
}

/**
 * The Owner of the chosen workspace, or leaves: everyone else for the 403 page (docs/rules.md,
 * rule 1).
 * @param shown see {@link requireMember}. It is compared first: the chosen workspace may be one that
 *   its reader does not own, while they own the one that the page showed
 * @throws AppError `other_workspace`
 */
export async function requireOwner(shown?: Shown): Promise<SignedIn> {
  const signedIn = await requireMember(shown);
  if (signedIn.workspace.isOwner) return signedIn;
  denied(signedIn.actor, new AppError('owner_required'));
  forbidden();
}
