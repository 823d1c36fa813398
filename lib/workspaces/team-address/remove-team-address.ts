import { type Actor, assertOwner } from '@/lib/actor';
import { recordAct } from '@/lib/audit/record-act';
import { inTransaction } from '@/lib/database/transaction';
import { lockOwnWorkspace } from '@/lib/workspaces/workspace/lock-workspace';

/**
 * Sends no more mails about keys to the address of the team. It may already be gone.
 * @returns the address, if there was one
 * @throws AppError `owner_required`
 */
export async function removeTeamAddress(actor: Actor): Promise<string | undefined> {
  assertOwner(actor);
  return inTransaction(async (tx) => {
    await lockOwnWorkspace(tx, actor);
    const where = { workspaceId: actor.workspaceId };
    const found = await tx.teamAddress.findUnique({ where, select: { id: true, email: true } });
    if (!found) return undefined;
    await tx.teamAddress.deleteMany({ where });
    await recordAct(tx, actor, 'team_address.removed', found.id, { email: found.email });
    return found.email;
  });
}
