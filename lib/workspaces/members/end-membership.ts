import type { Member } from '@/lib/actor';
import { recordAct } from '@/lib/audit/record-act';
import type { Prisma } from '@/prisma/generated/client';

/**
 * Takes someone out of the actor's workspace, which is locked: the membership, the choice of their
 * sessions, and the invitations that they sent.
 */
export async function endMembership(
  tx: Prisma.TransactionClient,
  actor: Member,
  userId: string,
): Promise<void> {
  const { workspaceId } = actor;
  await tx.membership.deleteMany({ where: { workspaceId, userId } });
  // Otherwise an old session would be in this workspace again when they are invited again.
  await tx.session.updateMany({ where: { workspaceId, userId }, data: { workspaceId: null } });
  await cancelInvitationsOf(tx, actor, userId);
}

async function cancelInvitationsOf(
  tx: Prisma.TransactionClient,
  actor: Member,
  userId: string,
): Promise<void> {
  const sent = { workspaceId: actor.workspaceId, invitedById: userId };
  const canceled = await tx.invitation.findMany({
    where: sent,
    select: { id: true, email: true, role: true },
  });
  await tx.invitation.deleteMany({ where: sent });
  for (const { id, ...details } of canceled) {
    await recordAct(tx, actor, 'invitation.canceled', id, details);
  }
}
