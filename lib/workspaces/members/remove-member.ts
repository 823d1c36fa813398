import { type Actor, assertManager, assertMayManage } from '@/lib/actor';
import { recordAct } from '@/lib/audit/record-act';
import { inTransaction } from '@/lib/database/transaction';
import { lockAsManager } from '@/lib/workspaces/workspace/lock-workspace';
import { endMembership } from './end-membership';
import { findOtherMember } from './find-other-member';

/**
 * Removes someone from the actor's workspace from their next request on, and mails them. It cancels
 * the invitations that they sent, so that they cannot return with another address. Keys that they
 * created as a former Owner keep working: /api-keys shows the Owner which ones, and offers to replace
 * them.
 * @param id of the user
 * @returns the name of who was removed
 * @throws AppError `admin_required`, `owner_required` for an Admin who removes an Admin, or
 *   `not_found`, also for the Owner
 */
export async function removeMember(actor: Actor, id: unknown): Promise<string> {
  assertManager(actor);
  return inTransaction(async (tx) => {
    const { workspace, actor: manager } = await lockAsManager(tx, actor);
    const { userId, role, name, email } = await findOtherMember(tx, workspace, id);
    assertMayManage(manager, role);
    await endMembership(tx, actor, userId);
    // Otherwise their open pages would show another of their workspaces, and not say why.
    const sessions = { userId, workspaceId: null };
    await tx.session.updateMany({ where: sessions, data: { removedFrom: workspace.name } });
    await recordAct(tx, actor, 'member.removed', userId, { name, email });
    return name;
  });
}
