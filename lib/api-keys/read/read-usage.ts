import { type Actor, assertOwner } from '@/lib/actor';
import { addCounts, type Counts, noCounts, totalOf } from '@/lib/api-keys/usage/counts';
import { periodAt, type UsagePeriod } from '@/lib/api-keys/usage/period';
import { fromLine, type RecentRequest } from '@/lib/api-keys/usage/recent';
import { db } from '@/lib/database/client';
import { databaseNow } from '@/lib/database/now';
import { getApiKey } from './get-api-key';

/** Who sends requests with a key. */
export type ApiKeyClient = {
  address: string;
  /** empty where it does not say what it is */
  agent: string;
  firstSeenAt: Date;
  lastSeenAt: Date;
  requests: number;
};

/** What is known about the use of one key. */
export type ApiKeyUsage = {
  /** the start of the first bucket */
  from: Date;
  /** the moment of the reading */
  to: Date;
  /** 24 hours or 30 days of UTC, oldest first; the last one is not over */
  buckets: ({ at: Date } & Counts)[];
  /** most requests first */
  endpoints: ({ endpoint: string } & Counts)[];
  /** of all that is kept, whatever the period, the one seen last first */
  clients: ApiKeyClient[];
  /** requests of clients that are not told apart any more */
  others: number;
  /** the last 50, newest first, whatever the period */
  recent: RecentRequest[];
};

/**
 * What is known about the use of a key of the actor's workspace, up to now: what this process has
 * counted, and what others have written.
 * @throws AppError `owner_required`, or `not_found` for an id that is not a key of this workspace
 */
export async function readUsage(
  actor: Actor,
  input: unknown,
  period: UsagePeriod,
): Promise<ApiKeyUsage> {
  assertOwner(actor);
  // Finding the key writes what this process has counted of it.
  const { id } = await getApiKey(actor, input);
  const to = await databaseNow();
  const { from, starts, bucketMs } = periodAt(to, period);
  const [hours, clients, recent] = await Promise.all([
    readHours(id, from, bucketMs),
    readClients(id),
    db.apiKeyRecentRequests.findUnique({ where: { apiKeyId: id }, select: { lines: true } }),
  ]);
  const isNamed = ({ address }: ApiKeyClient) => address !== '';
  return {
    from,
    to,
    buckets: starts.map((at, bucket) => ({
      at,
      ...sumOf(hours.filter((one) => one.bucket === bucket)),
    })),
    endpoints: byEndpoint(hours),
    clients: clients.filter(isNamed),
    others: clients.find((client) => !isNamed(client))?.requests ?? 0,
    recent: recent?.lines.map(fromLine) ?? [],
  };
}

type Hours = Counts & { bucket: number; endpoint: string };

const readHours = (apiKeyId: string, from: Date, bucketMs: number) => db.$queryRaw<Hours[]>`
  select
    floor(extract(epoch from "hour" - ${from}) * 1000 / ${bucketMs}::int)::int as "bucket", "endpoint",
    sum("succeeded")::float8 as "succeeded", sum("failed")::float8 as "failed",
    sum("rateLimited")::float8 as "rateLimited", sum("errored")::float8 as "errored",
    sum("refused")::float8 as "refused"
  from "ApiKeyUsage" where "apiKeyId" = ${apiKeyId}::uuid and "hour" >= ${from}
  group by 1, 2`;

async function readClients(apiKeyId: string): Promise<ApiKeyClient[]> {
  const clients = await db.apiKeyClient.findMany({
    where: { apiKeyId },
    orderBy: [{ lastSeenAt: 'desc' }, { address: 'asc' }, { agent: 'asc' }],
    select: { address: true, agent: true, firstSeenAt: true, lastSeenAt: true, requests: true },
  });
  return clients.map((client) => ({ ...client, requests: Number(client.requests) }));
}

function sumOf(all: Counts[]): Counts {
  const sum = noCounts();
  for (const counts of all) addCounts(sum, counts);
  return sum;
}

function byEndpoint(hours: Hours[]): ApiKeyUsage['endpoints'] {
  const endpoints = [...new Set(hours.map(({ endpoint }) => endpoint))].map((endpoint) => ({
    endpoint,
    ...sumOf(hours.filter((one) => one.endpoint === endpoint)),
  }));
  return endpoints.sort(
    (one, other) => totalOf(other) - totalOf(one) || (one.endpoint < other.endpoint ? -1 : 1),
  );
}
