import { z } from 'zod';
import { type Actor, assertOwner } from '@/lib/actor';
import { recordAct } from '@/lib/audit/record-act';
import { inTransaction } from '@/lib/database/transaction';
import { countOrRefuse } from '@/lib/limits/limiter';
import { onOrOff } from '@/lib/text';
import { parse } from '@/lib/validation';
import { lockOwnWorkspace } from './lock-workspace';

/** Each change is an audit event. */
const LIMIT = { name: 'workspace-new-place-mails', quota: 20, windowSeconds: 3_600 };

const input = z.strictObject({ newPlaceMails: onOrOff });

/**
 * Says whether keys of the actor's workspace are told of that are used from somewhere new.
 * @param given `{ newPlaceMails }`, `on` or `off`
 * @returns whether they are
 * @throws AppError `owner_required`, `validation_failed`, or `rate_limited` after twenty in an hour
 */
export async function changeNewPlaceMails(actor: Actor, given: unknown): Promise<boolean> {
  assertOwner(actor);
  const { newPlaceMails: to } = parse(input, given);
  await countOrRefuse(LIMIT, actor.workspaceId);
  return inTransaction(async (tx) => {
    await lockOwnWorkspace(tx, actor);
    const changed = await tx.workspace.updateMany({
      where: { id: actor.workspaceId, ownerId: actor.userId, newPlaceMails: !to },
      data: { newPlaceMails: to },
    });
    if (changed.count === 0) return to;
    const details = { from: !to, to };
    await recordAct(tx, actor, 'workspace.new_place_mails_changed', actor.workspaceId, details);
    return to;
  });
}
