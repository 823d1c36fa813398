import { type Actor, assertOwner } from '@/lib/actor';
import { liveAt } from '@/lib/api-keys/model/state';
import { notFound } from '@/lib/audit/not-found';
import { recordAct } from '@/lib/audit/record-act';
import { databaseNow } from '@/lib/database/now';
import { inTransaction } from '@/lib/database/transaction';
import { parse } from '@/lib/validation';
import { lockOwnWorkspace } from '@/lib/workspaces/workspace/lock-workspace';
import { chosenIds } from './chosen';
import { countKeyChange } from './limit-changes';
import { otherwiseThan, pausedUntil, pauseInput } from './pause-api-key';

const pauseApiKeysInput = pauseInput.extend({ ids: chosenIds });

/**
 * Pauses keys of the actor's workspace, all or none, as pauseApiKey does. Those that have ended stay as
 * they are, and those that are paused until they are resumed, if that is asked for.
 * @param input `ids`, and `minutes` or null for until they are resumed
 * @returns how many of them are paused now, and until when; null means until they are resumed
 * @throws AppError `owner_required`, `validation_failed`, `rate_limited`, or `not_found` if any of the
 *   ids is not of a key of this workspace
 */
export async function pauseApiKeys(
  actor: Actor,
  input: unknown,
): Promise<{ count: number; until: Date | null }> {
  assertOwner(actor);
  const { ids, minutes } = parse(pauseApiKeysInput, input);
  await countKeyChange(actor, ids.length);

  return inTransaction(async (tx) => {
    await lockOwnWorkspace(tx, actor);
    // In the same order as write-usage.ts holds keys: in another, each could wait for the other.
    const chosen = await tx.$queryRaw<{ id: string }[]>`
      select k."id" from "ApiKey" k
      where k."workspaceId" = ${actor.workspaceId}::uuid and k."id" = any(${ids}::uuid[])
      order by k."id" for no key update`;
    if (chosen.length < ids.length) throw await notFound(tx, actor, 'apiKey', ...ids);
    const now = await databaseNow(tx);
    const until = pausedUntil(minutes, now);
    const live = { workspaceId: actor.workspaceId, id: { in: ids }, ...liveAt(now) };
    const count = await tx.apiKey.count({ where: live });
    const paused = await tx.apiKey.updateManyAndReturn({
      where: { ...live, ...otherwiseThan(until) },
      data: { pausedAt: now, pausedUntil: until },
      select: { id: true, name: true, hint: true },
    });
    for (const { id, ...key } of paused) {
      const details = { ...key, until: until?.toISOString() ?? null };
      await recordAct(tx, actor, 'api_key.paused', id, details);
    }
    return { count, until };
  });
}
