import { type Actor, assertMember } from '@/lib/actor';
import { recordAuditEvent } from '@/lib/audit/record-audit-event';
import { inTransaction } from '@/lib/database/transaction';
import { endMembership } from './end-membership';
import { findOtherMember } from './find-other-member';
import { lockWorkspace } from './lock-workspace';

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
