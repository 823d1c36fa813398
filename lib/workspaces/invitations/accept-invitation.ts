import { z } from 'zod';
import { recordAct } from '@/lib/audit/record-act';
import { inTransaction } from '@/lib/database/transaction';
import { AppError } from '@/lib/errors';
import { createAccount } from '@/lib/identity/account/create-account';
import { linkOf } from '@/lib/identity/links/link-codes';
import { hashPassword, newPassword } from '@/lib/identity/passwords/passwords';
import { refusePersonalPassword } from '@/lib/identity/passwords/refuse-personal-password';
import { accountLanguage, personName } from '@/lib/identity/schema';
import { chooseWorkspace } from '@/lib/identity/sessions/choose-workspace';
import type { LiveSession } from '@/lib/identity/sessions/find-session';
import { parse } from '@/lib/validation';
import { lockWorkspace } from '@/lib/workspaces/workspace/lock-workspace';
import type { Prisma } from '@/prisma/generated/client';
import { findInvitation, type Invitation } from './find-invitation';

/**
 * Joins the workspace of an invitation, and chooses it. The invitation is used up.
 * @param session of the invited person: the invitation holds only for the address it was sent to
 * @throws AppError `link_not_valid`
 */
export async function acceptInvitation(session: LiveSession, token: string): Promise<void> {
  const invitation = await findInvitation(token);
  if (invitation?.email !== session.user.email) throw new AppError('link_not_valid');
  await inTransaction((tx) => join(tx, session.user.id, invitation, token));
  await chooseWorkspace(session, invitation.workspace.id);
}

const input = z.strictObject({
  name: personName,
  password: newPassword,
  language: accountLanguage,
});

/**
 * Creates an account for the invited address, which the link proves, and joins with it.
 * @param given `{ name, password, language }`
 * @returns the new user's id
 * @throws AppError `validation_failed`, or `link_not_valid` (also if an account exists already)
 */
export async function joinWithNewAccount(
  token: string,
  given: unknown,
): Promise<{ userId: string }> {
  const { name, password, language } = parse(input, given);
  const invitation = await findInvitation(token);
  if (!invitation || invitation.hasAccount) throw new AppError('link_not_valid');
  refusePersonalPassword(password, { email: invitation.email, name });
  const passwordHash = await hashPassword(password);
  return inTransaction(async (tx) => {
    const { email } = invitation;
    const userId = await createAccount(tx, { email, name, passwordHash, language });
    if (!userId) throw new AppError('link_not_valid');
    await join(tx, userId, invitation, token);
    return { userId };
  });
}

/**
 * If two requests use one link, only one of them deletes the invitation. Neither does if it was
 * canceled or sent again meanwhile.
 */
async function join(
  tx: Prisma.TransactionClient,
  userId: string,
  { workspace, role }: Invitation,
  token: string,
): Promise<void> {
  const workspaceId = workspace.id;
  await lockWorkspace(tx, workspaceId);
  const { count } = await tx.invitation.deleteMany({
    where: { workspaceId, ...linkOf(token) },
  });
  if (count === 0) throw new AppError('link_not_valid');
  await tx.membership.createMany({ data: { workspaceId, userId, role }, skipDuplicates: true });
  await recordAct(tx, { workspaceId, userId }, 'member.joined', userId, { role });
}
