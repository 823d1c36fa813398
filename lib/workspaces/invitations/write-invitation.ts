import { assertMayManage, type Member } from '@/lib/actor';
import { recordAct } from '@/lib/audit/record-act';
import { databaseDate, databaseTime } from '@/lib/database/clock';
import { inTransaction } from '@/lib/database/transaction';
import { AppError } from '@/lib/errors';
import type { Locale } from '@/lib/i18n/locale';
import { queueMail } from '@/lib/mail/queue-mail';
import { lockAsManager } from '@/lib/workspaces/workspace/lock-workspace';
import type { Prisma } from '@/prisma/generated/client';
import type { Role } from '@/prisma/generated/enums';

const VALID_MS = 7 * 24 * 60 * 60_000;

type Terms = { email: string; role: Role; language: Locale };

/**
 * Writes the invitation, in place of one that is pending, whose link no longer works, and mails its own.
 * @param read the terms, once the workspace is locked
 * @returns the role of the invitation that was pending, or null
 * @throws AppError `admin_required`, `owner_required` or `validation_failed` (`already_member`)
 */
export async function writeInvitation(
  actor: Member,
  read: (tx: Prisma.TransactionClient) => Promise<Terms>,
): Promise<{ formerRole: Role | null }> {
  const { workspaceId, userId } = actor;
  return inTransaction(async (tx) => {
    const { workspace, actor: manager } = await lockAsManager(tx, actor);
    const invitation = await read(tx);
    const { email, role } = invitation;
    assertMayManage(manager, role);
    const account = await tx.user.findUnique({
      where: { email },
      select: { language: true, memberships: { where: { workspaceId }, select: { role: true } } },
    });
    if (account && account.memberships.length > 0) throw alreadyMember();
    const pending = await tx.invitation.findFirst({
      where: { workspaceId, email },
      select: { role: true },
    });
    if (pending) assertMayManage(manager, pending.role);
    const terms = {
      ...invitation,
      tokenHash: null,
      earlierTokenHashes: [],
      invitedById: userId,
      createdAt: databaseDate(),
      expiresAt: new Date(databaseTime() + VALID_MS),
    };
    const { id, invitedBy } = await tx.invitation.upsert({
      where: { workspaceId_email: { workspaceId, email } },
      create: { workspaceId, ...terms },
      update: terms,
      select: { id: true, invitedBy: { select: { name: true } } },
    });
    await recordAct(tx, actor, 'member.invited', id, { email, role });
    const values = { workspace: workspace.name, inviter: invitedBy?.name ?? '', role };
    const mail = { to: email, locale: account?.language ?? invitation.language, values };
    const link = { opens: 'invitation', id, endsAt: terms.expiresAt.toISOString() } as const;
    await queueMail('invitation', { ...mail, path: '/invitation' }, { link, triedForMs: VALID_MS });
    return { formerRole: pending?.role ?? null };
  });
}

function alreadyMember(): AppError {
  const detail = 'This person is a member already.';
  return new AppError('validation_failed', {
    errors: [{ pointer: '#/email', code: 'already_member', detail }],
  });
}
