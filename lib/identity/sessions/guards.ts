import { headers } from 'next/headers';
import { forbidden, redirect } from 'next/navigation';
import { cache } from 'react';
import { denied, type Member } from '@/lib/actor';
import { isOutage } from '@/lib/database/outage';
import { AppError } from '@/lib/errors';
import { PAGE_ADDRESS, PAGE_METHOD } from '@/lib/facts/internal-headers.mjs';
import { browserZone } from '@/lib/preferences/browser-zone';
import { log } from '@/lib/process/log';
import { withoutCredentials } from '@/lib/process/redaction.mjs';
import { readSessionCookie } from './cookies';
import { findSession, type LiveSession, type Membership } from './find-session';
import { rememberZone } from './remember-zone';

const OUTAGE_RETRY_SECONDS = 5;

/**
 * The session of this request, or null for someone signed out. It is read once per request, even if
 * many parts of a page ask for it.
 * @throws AppError `unavailable` when the database does not answer
 */
export const getSession = cache(async (): Promise<LiveSession | null> => {
  const sessionId = await readSessionCookie();
  if (!sessionId) return null;
  try {
    const session = await findSession(sessionId);
    if (session) await rememberZone(session, await browserZone());
    return session;
  } catch (error) {
    if (!isOutage(error)) throw error;
    log.error({ err: error }, 'the database does not answer');
    throw new AppError('unavailable', { retryAfter: OUTAGE_RETRY_SECONDS });
  }
});

/** The session, or null without one or in an outage. For public pages, which work without both. */
export async function getSessionIfUp(): Promise<LiveSession | null> {
  try {
    return await getSession();
  } catch (error) {
    if (AppError.is(error, 'unavailable')) return null;
    throw error;
  }
}

/**
 * The session. Someone signed out is sent to sign-in, which returns to this page, and which says so
 * if they meant to do something: their session has ended since they opened the page.
 */
export async function requireSession(): Promise<LiveSession> {
  const session = await getSession();
  if (session) return session;
  const asked = await headers();
  // Somebody may have written a key into the address, which this one must not repeat.
  const callbackUrl = encodeURIComponent(withoutCredentials(asked.get(PAGE_ADDRESS) ?? '/'));
  // Next-auth's name for it, which goes through its own redirects.
  const ended = asked.get(PAGE_METHOD) === 'POST' ? '&error=SessionRequired' : '';
  redirect(`/sign-in?callbackUrl=${callbackUrl}${ended}`);
}

/**
 * The session of the person whom an action is meant for. Somebody else may have signed in beside the tab
 * that shows the form, and what one typed must not become the other's.
 * @param shown the id of the person whom the page showed, as the browser sends it. It is only compared,
 *   and grants nothing
 * @throws AppError `other_person` with the address of whoever is signed in now
 */
export async function requirePerson({
  shownUserId,
}: {
  shownUserId: unknown;
}): Promise<LiveSession> {
  const session = await requireSession();
  const { id, email } = session.user;
  if (shownUserId !== id) throw new AppError('other_person', { email });
  return session;
}

export type SignedIn = LiveSession & { workspace: Membership; actor: Member };

/**
 * The workspace that an action is meant for: the id of the one that its page showed, as the
 * browser sends it. It is only compared, and grants nothing.
 */
type Shown = { shownWorkspaceId: unknown };

/**
 * A member of the chosen workspace. Someone signed out is sent to sign-in; someone without a
 * workspace gets the 403 page.
 * @param shown required for changes: another tab may have chosen another workspace since this tab
 *   showed its form, and the change must not happen there
 * @throws AppError `other_workspace` with the name of the chosen one
 */
export async function requireMember(shown?: Shown): Promise<SignedIn> {
  const session = await requireSession();
  const { user, workspace } = session;
  if (!workspace) forbidden();
  const { id: workspaceId, name, role, isOwner } = workspace;
  if (shown && shown.shownWorkspaceId !== workspaceId) {
    throw new AppError('other_workspace', { workspace: name });
  }
  const actor = { kind: 'member', userId: user.id, workspaceId, role, isOwner } as const;
  return { ...session, workspace, actor };
}

/**
 * The Owner of the chosen workspace. Other members get the 403 page (docs/rules.md, rule 1).
 * @param shown see {@link requireMember}. It is compared before ownership: a person may own the
 *   workspace that the page showed but not the one that is chosen now
 * @throws AppError `other_workspace`
 */
export async function requireOwner(shown?: Shown): Promise<SignedIn> {
  const signedIn = await requireMember(shown);
  if (signedIn.workspace.isOwner) return signedIn;
  denied(signedIn.actor, new AppError('owner_required'));
  forbidden();
}
