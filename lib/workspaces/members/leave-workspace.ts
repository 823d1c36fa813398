import { type Actor, assertMember } from '@/lib/actor';
import { recordAct } from '@/lib/audit/record-act';
import { inTransaction } from '@/lib/database/transaction';
import { lockWorkspace } from '@/lib/workspaces/workspace/lock-workspace';
import { endMembership } from './end-membership';
import { findOtherMember } from './find-other-member';

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
    await recordAct(tx, actor, 'member.left', userId, { name, email });
  });
}
