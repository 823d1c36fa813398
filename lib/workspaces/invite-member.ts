import { z } from 'zod';
import { makeToken } from '@/lib/accounts/one-time-token';
import { accountLanguage, emailAddress } from '@/lib/accounts/schema';
import { type Actor, assertManager, assertMayManage, type Member } from '@/lib/actor';
import { recordAuditEvent } from '@/lib/audit/record-audit-event';
import { db } from '@/lib/database/client';
import { inTransaction } from '@/lib/database/transaction';
import { AppError } from '@/lib/errors';
import type { Locale } from '@/lib/i18n/locale';
import { mayMail } from '@/lib/limits/mail-limits';
import { sendMail } from '@/lib/mail/send-mail';
import { parse, parseId } from '@/lib/validation';
import type { Role } from '@/prisma/generated/enums';
import { lockWorkspace } from './lock-workspace';
import { memberRole } from './schema';

const VALID_MS = 7 * 24 * 60 * 60_000;
const WAIT_SECONDS = 3_600;

const input = z.strictObject({ email: emailAddress, role: memberRole, language: accountLanguage });

/**
 * Invites someone to the actor's workspace by a mailed link. Inviting the same address again sends
 * a new link, and the old one no longer works.
 * @param given `{ email, role, language }`; the language is a guess, used if there is no account
 * @param clientAddress for the limit
 * @throws AppError `admin_required`, `owner_required` for an Admin who invites an Admin,
 *   `validation_failed` (also `already_member`), `rate_limited`, or `mail_not_sent`: the invitation
 *   then exists and can be sent again
 */
export async function inviteMember(
  actor: Actor,
  given: unknown,
  clientAddress: string,
): Promise<void> {
  assertManager(actor);
  const invitation = parse(input, given);
  assertMayManage(actor, invitation.role);
  await invite(actor, invitation, clientAddress);
}

/**
 * Sends a pending invitation once more, with a new link.
 * @throws AppError as {@link inviteMember}, or `not_found`
 */
export async function resendInvitation(
  actor: Actor,
  id: unknown,
  clientAddress: string,
): Promise<void> {
  assertManager(actor);
  const pending = await db.invitation.findFirst({
    where: { id: parseId(id), workspaceId: actor.workspaceId },
    select: { email: true, role: true, language: true },
  });
  if (!pending) throw new AppError('not_found');
  await invite(actor, pending, clientAddress);
}

async function invite(
  actor: Member,
  invitation: { email: string; role: Role; language: Locale },
  clientAddress: string,
): Promise<void> {
  const { workspaceId, userId } = actor;
  const { email, role } = invitation;
  if (!(await mayMail('invitation', email, clientAddress))) {
    throw new AppError('rate_limited', { retryAfter: WAIT_SECONDS });
  }
  const { token, tokenHash } = makeToken();
  const mail = await inTransaction(async (tx) => {
    const workspace = await lockWorkspace(tx, workspaceId);
    const account = await tx.user.findUnique({
      where: { email },
      select: { language: true, memberships: { where: { workspaceId }, select: { role: true } } },
    });
    if (account && account.memberships.length > 0) throw alreadyMember();
    const pending = await tx.invitation.findFirst({
      where: { workspaceId, email },
      select: { role: true },
    });
    if (pending) assertMayManage(actor, pending.role);
    const terms = {
      ...invitation,
      tokenHash,
      invitedById: userId,
      createdAt: new Date(),
      expiresAt: new Date(Date.now() + VALID_MS),
    };
    const { id, invitedBy } = await tx.invitation.upsert({
      where: { workspaceId_email: { workspaceId, email } },
      create: { workspaceId, ...terms },
      update: terms,
      select: { id: true, invitedBy: { select: { name: true } } },
    });
    await recordAuditEvent(tx, actor, 'member.invited', id, { email, role });
    return {
      locale: account?.language ?? invitation.language,
      values: { workspace: workspace.name, inviter: invitedBy?.name ?? '', role },
    };
  });
  await sendMail('invitation', { ...mail, to: email, path: '/invitation', token });
}

function alreadyMember(): AppError {
  const detail = 'This person is a member already.';
  return new AppError('validation_failed', {
    errors: [{ pointer: '#/email', code: 'already_member', detail }],
  });
}
