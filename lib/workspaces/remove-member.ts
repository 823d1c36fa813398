import { type Actor, assertManager, assertMayManage, assertMember, type Member } from '@/lib/actor';
import { recordAuditEvent } from '@/lib/audit/record-audit-event';
import { inTransaction } from '@/lib/database/transaction';
import type { Prisma } from '@/prisma/generated/client';
import { findOtherMember } from './find-other-member';
import { lockAsManager, lockWorkspace } from './lock-workspace';

/**
 * Removes someone from the actor's workspace from their next request on. It cancels the invitations
 * that they sent, so that they cannot return with another address. Keys that they created as a
 * former Owner keep working: /api-keys shows the Owner which ones, and offers to replace them.
 * @param id of the user
 * @throws AppError `admin_required`, `owner_required` for an Admin who removes an Admin, or
 *   `not_found`, also for the Owner
 */
export async function removeMember(actor: Actor, id: unknown): Promise<void> {
  assertManager(actor);
  await inTransaction(async (tx) => {
    const { workspace, actor: manager } = await lockAsManager(tx, actor);
    const { userId, role, name, email } = await findOtherMember(tx, workspace, id);
    assertMayManage(manager, role);
    await endMembership(tx, actor, userId);
    await recordAuditEvent(tx, actor, 'member.removed', userId, { name, email });
  });
}

/**
 * Takes the actor out of their workspace, and cancels the invitations that they sent. The Owner
 * cannot leave: they transfer ownership first.
 * @throws AppError `not_found` for the Owner
 */
export async function leaveWorkspace(actor: Actor): Promise<void> {
  assertMember(actor);
  await inTransaction(async (tx) => {
    const workspace = await lockWorkspace(tx, actor.workspaceId);
    const { userId, name, email } = await findOtherMember(tx, workspace, actor.userId);
    await endMembership(tx, actor, userId);
    await recordAuditEvent(tx, actor, 'member.left', userId, { name, email });
  });
}

async function endMembership(
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
    await recordAuditEvent(tx, actor, 'invitation.canceled', id, details);
  }
}
