import { db } from '@/lib/database/client';
import { log } from '@/lib/process/log';
import { oncePerProcess } from '@/lib/process/once-per-process';
import { onShutdown } from '@/lib/process/shutdown';
import { retireAfterUse } from './retire-after-use';

const FLUSH_EVERY_MS = 5_000;
const HOUR_MS = 3_600_000;

type Count = {
  apiKeyId: string;
  hour: number;
  lastUsedAt: number;
  requests: number;
  rateLimited: number;
};

const usage = oncePerProcess('usage', () => {
  setInterval(flushUsage, FLUSH_EVERY_MS).unref();
  onShutdown(flushUsage);
  return { counts: new Map<string, Count>(), flushing: Promise.resolve() };
});

/**
 * Counts one request of a verified key, in memory. A process that is killed loses at most the
 * counts of the last five seconds; they are a statistic, not a bill.
 */
export function countUse(apiKeyId: string, { rateLimited }: { rateLimited: boolean }): void {
  const now = Date.now();
  add({
    apiKeyId,
    hour: now - (now % HOUR_MS),
    lastUsedAt: now,
    requests: 1,
    rateLimited: rateLimited ? 1 : 0,
  });
}

/**
 * Writes the counts since the last flush, for all keys in one statement. Flushes take turns, so that
 * the one at shutdown does not leave the counts of another behind.
 */
export function flushUsage(): Promise<void> {
  usage.flushing = usage.flushing.then(flush);
  return usage.flushing;
}

async function flush(): Promise<void> {
  if (usage.counts.size === 0) return;
  const batch = [...usage.counts.values()];
  usage.counts.clear();
  try {
    await retireAfterUse(acceptedIn(batch));
    await write(batch);
  } catch (error) {
    batch.forEach(add);
    log.warn({ err: error, keys: batch.length }, 'usage could not be written, will try again');
  }
}

/** What the last accepted request of each key was, at most five seconds after its first. */
const acceptedIn = (batch: Count[]) =>
  batch
    .filter(({ requests, rateLimited }) => requests > rateLimited)
    .map(({ apiKeyId, lastUsedAt }) => ({ apiKeyId, at: lastUsedAt }));

function add(count: Count): void {
  const key = `${count.apiKeyId} ${count.hour}`;
  const sum = usage.counts.get(key);
  if (!sum) {
    usage.counts.set(key, { ...count });
    return;
  }
  sum.requests += count.requests;
  sum.rateLimited += count.rateLimited;
  sum.lastUsedAt = Math.max(sum.lastUsedAt, count.lastUsedAt);
}

/** Locks rows in the order of their ids, so that two instances cannot deadlock. */
async function write(batch: Count[]): Promise<void> {
  await db.$executeRaw`
    with used as (
      select k."id", u.* from unnest(
        ${batch.map((count) => count.apiKeyId)}::uuid[],
        ${batch.map((count) => new Date(count.hour))}::timestamptz[],
        ${batch.map((count) => new Date(count.lastUsedAt))}::timestamptz[],
        ${batch.map((count) => count.requests)}::int[],
        ${batch.map((count) => count.rateLimited)}::int[]
      ) as u ("apiKeyId", "hour", "usedAt", "requests", "rateLimited")
      join "ApiKey" k on k."id" = u."apiKeyId"
      order by k."id", u."hour" for no key update of k
    ), touched as (
      update "ApiKey" k set "lastUsedAt" = greatest(k."lastUsedAt", latest."usedAt")
      from (select "id", max("usedAt") as "usedAt" from used group by "id") latest
      where k."id" = latest."id"
    )
    insert into "ApiKeyUsage" as stored ("apiKeyId", "hour", "requests", "rateLimited")
    select "id", "hour", "requests", "rateLimited" from used
    on conflict ("apiKeyId", "hour") do update set
      "requests" = stored."requests" + excluded."requests",
      "rateLimited" = stored."rateLimited" + excluded."rateLimited"`;
}
