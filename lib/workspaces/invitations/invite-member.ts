import { z } from 'zod';
import { type Actor, assertManager, assertMayManage, type Member } from '@/lib/actor';
import { notFound } from '@/lib/audit/not-found';
import { db } from '@/lib/database/client';
import { AppError } from '@/lib/errors';
import { accountLanguage, emailAddress } from '@/lib/identity/schema';
import { mayMail } from '@/lib/limits/mail-limits';
import { parse, parseId } from '@/lib/validation';
import { memberRole } from '@/lib/workspaces/workspace/schema';
import type { Role } from '@/prisma/generated/enums';
import { writeInvitation } from './write-invitation';

const WAIT_SECONDS = 3_600;

const input = z.strictObject({ email: emailAddress, role: memberRole, language: accountLanguage });

/**
 * Invites someone to the actor's workspace by a mailed link. Inviting the same address again sends
 * a new link, and the old one no longer works; the invitation then has the new role.
 * @param given `{ email, role, language }`; the language is a guess, used if there is no account
 * @param clientAddress for the limit
 * @returns the address and role that were invited, and the role of the invitation that this replaces
 * @throws AppError `admin_required`, `owner_required` for an Admin who invites an Admin,
 *   `validation_failed` (also `already_member`) or `rate_limited`
 */
export async function inviteMember(
  actor: Actor,
  given: unknown,
  clientAddress: string,
): Promise<{ email: string; role: Role; formerRole: Role | null }> {
  assertManager(actor);
  const invitation = parse(input, given);
  assertMayManage(actor, invitation.role);
  const { email } = invitation;
  await assertMayInvite(actor, { email });
  await countMail(actor, email, clientAddress);
  const { formerRole } = await writeInvitation(actor, async () => invitation);
  return { email, role: invitation.role, formerRole };
}

/**
 * Sends a pending invitation once more, with a new link.
 * @returns the address that it went to
 * @throws AppError as {@link inviteMember}, or `not_found`
 */
export async function resendInvitation(
  actor: Actor,
  id: unknown,
  clientAddress: string,
): Promise<string> {
  assertManager(actor);
  const pending = { id: parseId(id) };
  const email = await assertMayInvite(actor, pending);
  if (!email) throw await notFound(db, actor, 'invitation', pending.id);
  await countMail(actor, email, clientAddress);
  // Read again under the lock: it may have been canceled meanwhile, which must not bring it back.
  await writeInvitation(actor, async (tx) => {
    const found = await tx.invitation.findFirst({
      where: { ...pending, workspaceId: actor.workspaceId },
      select: { email: true, role: true, language: true },
    });
    if (!found) throw new AppError('not_found');
    return found;
  });
  return email;
}

/**
 * Refuses before the mail is counted, so that an Admin uses up nothing by what they may not do. What
 * counts is read again under the lock.
 * @returns the address of the pending invitation, if there is one
 */
async function assertMayInvite(
  actor: Member,
  which: { id: string } | { email: string },
): Promise<string | undefined> {
  const pending = await db.invitation.findFirst({
    where: { ...which, workspaceId: actor.workspaceId },
    select: { email: true, role: true },
  });
  if (pending) assertMayManage(actor, pending.role);
  return pending?.email;
}

/** The Owner has a count apart from that of the Admins, who could otherwise use it up. */
async function countMail(actor: Member, email: string, clientAddress: string): Promise<void> {
  const { userId, workspaceId, isOwner } = actor;
  const senders = [userId, `${workspaceId} ${isOwner ? 'owner' : 'admins'}`];
  if (await mayMail('invitation', email, clientAddress, senders)) return;
  throw new AppError('rate_limited', { retryAfter: WAIT_SECONDS });
}
