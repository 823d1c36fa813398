import { type Actor, assertOwner } from '@/lib/actor';
import { totalOf } from '@/lib/api-keys/usage/counts';
import { flushUsageOf } from '@/lib/api-keys/usage/flush-usage';
import { periodAt } from '@/lib/api-keys/usage/period';
import { fromLine } from '@/lib/api-keys/usage/recent';
import { db } from '@/lib/database/client';
import { databaseNow } from '@/lib/database/now';
import { parseId } from '@/lib/validation';

/** The last 24 hours of a key. */
export type LastDay = {
  /** requests per hour, oldest first, whatever became of them; the last hour is not over */
  hours: number[];
  /** their sum */
  requests: number;
  /** how many of them were refused, because the key was paused or had ended */
  refused: number;
  /** the last request of all, however long ago, and whatever became of it */
  lastRequestAt: Date | null;
};

/**
 * How much keys of the actor's workspace were used in the last 24 hours, up to now.
 * @returns by id; ids that are not keys of this workspace are left out
 * @throws AppError `owner_required`, or `not_found` for what cannot be an id
 */
export async function lastDay(
  actor: Actor,
  inputs: readonly unknown[],
): Promise<Map<string, LastDay>> {
  assertOwner(actor);
  const ids = inputs.map(parseId);
  const workspace = { is: { id: actor.workspaceId, ownerId: actor.userId } };
  const own = { id: { in: ids }, workspace };
  await flushUsageOf(ids);
  const { from, starts, bucketMs } = periodAt(await databaseNow(), 'day');
  const [keys, hours] = await Promise.all([
    db.apiKey.findMany({
      where: own,
      select: { id: true, recentRequests: { select: { lines: true } } },
    }),
    db.apiKeyUsage.findMany({ where: { apiKey: { is: own }, hour: { gte: from } } }),
  ]);
  const days = keys.map(({ id, recentRequests }): [string, LastDay] => {
    const newest = recentRequests?.lines[0];
    const lastRequestAt = newest ? fromLine(newest).at : null;
    return [id, { hours: starts.map(() => 0), requests: 0, refused: 0, lastRequestAt }];
  });
  const byId = new Map(days);
  for (const { apiKeyId, hour, ...counts } of hours) {
    const day = byId.get(apiKeyId);
    const bucket = (hour.getTime() - from.getTime()) / bucketMs;
    if (!day) continue;
    const requests = totalOf(counts);
    day.hours[bucket] = (day.hours[bucket] ?? 0) + requests;
    day.requests += requests;
    day.refused += counts.refused;
  }
  return byId;
}
