import { type Actor, assertManager, assertMayManage } from '@/lib/actor';
import { warnOfForeign } from '@/lib/audit/not-found';
import { recordAct } from '@/lib/audit/record-act';
import { inTransaction } from '@/lib/database/transaction';
import { parseId } from '@/lib/validation';
import { lockAsManager } from '@/lib/workspaces/workspace/lock-workspace';

/**
 * Cancels an invitation, so that its link no longer works. It may already be gone.
 * @returns the address that was invited, if the invitation was still there
 * @throws AppError `admin_required`, `owner_required` if an Admin cancels an invitation as Admin,
 *   or `not_found` for what cannot be an id
 */
export async function cancelInvitation(actor: Actor, id: unknown): Promise<string | undefined> {
  assertManager(actor);
  const invited = { id: parseId(id), workspaceId: actor.workspaceId };
  return inTransaction(async (tx) => {
    const { actor: manager } = await lockAsManager(tx, actor);
    const pending = await tx.invitation.findFirst({
      where: invited,
      select: { email: true, role: true },
    });
    if (!pending) {
      await warnOfForeign(tx, actor, 'invitation', invited.id);
      return undefined;
    }
    assertMayManage(manager, pending.role);
    await tx.invitation.deleteMany({ where: invited });
    await recordAct(tx, actor, 'invitation.canceled', invited.id, pending);
    return pending.email;
  });
}
