import { z } from 'zod';
import { type Actor, assertOwner } from '@/lib/actor';
import { recordAuditEvent } from '@/lib/audit/record-audit-event';
import { AppError } from '@/lib/errors';
import { inTransaction } from '@/lib/transaction';
import { parse } from '@/lib/validation';
import { lockWorkspace } from './lock-workspace';
import { workspaceName } from './schema';

const input = z.strictObject({ name: workspaceName });

/**
 * Gives the actor's workspace another name.
 * @param given `{ name }`
 * @throws AppError `owner_required` or `validation_failed`
 */
export async function renameWorkspace(actor: Actor, given: unknown): Promise<void> {
  assertOwner(actor);
  const { name } = parse(input, given);
  const owned = { id: actor.workspaceId, ownerId: actor.userId };
  await inTransaction(async (tx) => {
    await lockWorkspace(tx, actor.workspaceId);
    const before = await tx.workspace.findFirst({ where: owned, select: { name: true } });
    if (!before) throw new AppError('owner_required');
    if (before.name === name) return;
    await tx.workspace.updateMany({ where: owned, data: { name } });
    const details = { from: before.name, to: name };
    await recordAuditEvent(tx, actor, 'workspace.renamed', actor.workspaceId, details);
  });
}
