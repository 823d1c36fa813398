import { z } from 'zod';
import { type Actor, assertManager, assertMayManage } from '@/lib/actor';
import { recordAct } from '@/lib/audit/record-act';
import { inTransaction } from '@/lib/database/transaction';
import { parse } from '@/lib/validation';
import { lockAsManager } from '@/lib/workspaces/workspace/lock-workspace';
import { memberRole } from '@/lib/workspaces/workspace/schema';
import type { Role } from '@/prisma/generated/enums';
import { findOtherMember } from './find-other-member';

const input = z.strictObject({ userId: z.unknown(), role: memberRole });

/**
 * Gives a member another role, which holds from their next request.
 * @param given `{ userId, role }`
 * @returns the member's name and role
 * @throws AppError `admin_required`, `owner_required` (an Admin manages only Users),
 *   `validation_failed`, or `not_found` (also for the Owner, whose role cannot change)
 */
export async function changeRole(
  actor: Actor,
  given: unknown,
): Promise<{ name: string; role: Role }> {
  assertManager(actor);
  const { userId, role: next } = parse(input, given);
  return inTransaction(async (tx) => {
    const { workspace, actor: manager } = await lockAsManager(tx, actor);
    assertMayManage(manager, next);
    const member = await findOtherMember(tx, workspace, userId);
    assertMayManage(manager, member.role);
    const changed = { name: member.name, role: next };
    if (member.role === next) return changed;
    const membership = { workspaceId: workspace.id, userId: member.userId };
    await tx.membership.updateMany({ where: membership, data: { role: next } });
    const details = { from: member.role, to: next };
    await recordAct(tx, actor, 'member.role_changed', member.userId, details);
    return changed;
  });
}
