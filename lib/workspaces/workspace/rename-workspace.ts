import { z } from 'zod';
import { type Actor, assertOwner } from '@/lib/actor';
import { recordAct } from '@/lib/audit/record-act';
import { inTransaction } from '@/lib/database/transaction';
import { countOrRefuse } from '@/lib/limits/limiter';
import { parse } from '@/lib/validation';
import { lockOwnWorkspace } from './lock-workspace';
import { workspaceName } from './schema';

/** Each new name is an audit event, and stands in mails to other people. */
const LIMIT = { name: 'workspace-rename', quota: 20, windowSeconds: 3_600 };

const input = z.strictObject({ name: workspaceName });

/**
 * Gives the actor's workspace another name.
 * @param given `{ name }`
 * @throws AppError `owner_required`, `validation_failed`, or `rate_limited` after twenty in an hour
 */
export async function renameWorkspace(actor: Actor, given: unknown): Promise<void> {
  assertOwner(actor);
  const { name } = parse(input, given);
  await countOrRefuse(LIMIT, actor.workspaceId);
  const owned = { id: actor.workspaceId, ownerId: actor.userId };
  await inTransaction(async (tx) => {
    await lockOwnWorkspace(tx, actor);
    const before = await tx.workspace.findFirstOrThrow({ where: owned, select: { name: true } });
    if (before.name === name) return;
    await tx.workspace.updateMany({ where: owned, data: { name } });
    const details = { from: before.name, to: name };
    await recordAct(tx, actor, 'workspace.renamed', actor.workspaceId, details);
  });
}
