import { z } from 'zod';
import { type Actor, assertOwner } from '@/lib/actor';
import { recordAct } from '@/lib/audit/record-act';
import { inTransaction } from '@/lib/database/transaction';
import { countOrRefuse } from '@/lib/limits/limiter';
import { parse } from '@/lib/validation';
import { lockOwnWorkspace } from './lock-workspace';
import { timeZone } from './schema';

/** Each change is an audit event. */
const LIMIT = { name: 'workspace-time-zone', quota: 20, windowSeconds: 3_600 };

const input = z.strictObject({ timeZone });

/**
 * Gives the actor's workspace another time zone. Invoices that are finalized from then on are issued on
 * the day that it is there; those that have a day keep it.
 * @param given `{ timeZone }`, one of those of lib/time-zone.ts
 * @throws AppError `owner_required`, `validation_failed`, or `rate_limited` after twenty in an hour
 */
export async function changeTimeZone(actor: Actor, given: unknown): Promise<void> {
  assertOwner(actor);
  const { timeZone: to } = parse(input, given);
  await countOrRefuse(LIMIT, actor.workspaceId);
  const owned = { id: actor.workspaceId, ownerId: actor.userId };
  await inTransaction(async (tx) => {
    await lockOwnWorkspace(tx, actor);
    const columns = { timeZone: true };
    const { timeZone: from } = await tx.workspace.findFirstOrThrow({
      where: owned,
      select: columns,
    });
    if (from === to) return;
    await tx.workspace.updateMany({ where: owned, data: { timeZone: to } });
    const details = { from, to };
    await recordAct(tx, actor, 'workspace.time_zone_changed', actor.workspaceId, details);
  });
}
