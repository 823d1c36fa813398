import { z } from 'zod';
import { type Actor, assertOwner } from '@/lib/actor';
import { recordAct } from '@/lib/audit/record-act';
import { inTransaction } from '@/lib/database/transaction';
import { countOrRefuse } from '@/lib/limits/limiter';
import { parse } from '@/lib/validation';
import { lockOwnWorkspace } from './lock-workspace';
import { maxKeyDays } from './schema';

/** Each change is an audit event. */
const LIMIT = { name: 'workspace-key-lifetime', quota: 20, windowSeconds: 3_600 };

const input = z.strictObject({ maxKeyDays });

/**
 * Says how many days keys of the actor's workspace may live: those that are created, rotated or given
 * another expiry from then on. It ends none that there are.
 * @param given `{ maxKeyDays }`, 1 to 3,650 as a form sends it; an empty text for no limit
 * @returns the days, null for no limit
 * @throws AppError `owner_required`, `validation_failed`, or `rate_limited` after twenty in an hour
 */
export async function changeKeyLifetime(actor: Actor, given: unknown): Promise<number | null> {
  assertOwner(actor);
  const { maxKeyDays: to } = parse(input, given);
  await countOrRefuse(LIMIT, actor.workspaceId);
  return inTransaction(async (tx) => {
    const { maxKeyDays: from } = await lockOwnWorkspace(tx, actor);
    if (from === to) return to;
    const owned = { id: actor.workspaceId, ownerId: actor.userId };
    await tx.workspace.updateMany({ where: owned, data: { maxKeyDays: to } });
    const details = { from, to };
    await recordAct(tx, actor, 'workspace.key_lifetime_changed', actor.workspaceId, details);
    return to;
  });
}
