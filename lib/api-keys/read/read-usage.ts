import type { ProvedKey } from '@/lib/api-keys/model/api-key';
import { addCounts, type Counts, noCounts, totalOf } from '@/lib/api-keys/usage/counts';
import { flushUsageOf } from '@/lib/api-keys/usage/flush-usage';
import { periodAt, type UsagePeriod } from '@/lib/api-keys/usage/period';
import { fromLine, type RecentRequest } from '@/lib/api-keys/usage/recent';
import { db } from '@/lib/database/client';

/** Who sends requests with a key. */
export type ApiKeyClient = {
  address: string;
  /** empty where it does not say what it is */
  agent: string;
  firstSeenAt: Date;
  lastSeenAt: Date;
  requests: number;
  /** when the key opened the API for it last; null if it never did */
  lastAcceptedAt: Date | null;
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
 * What is known about the use of a key, up to now: what this process has counted, and what others have
 * written.
 * @param apiKey read for its Owner before, as by `getApiKey`: there the permission was checked
 */
export async function readUsage({ id }: ProvedKey, period: UsagePeriod): Promise<ApiKeyUsage> {
  await flushUsageOf([id]);
  const { now: to, lines } = await readRecent(id);
  const { from, starts, bucketMs } = periodAt(to, period);
  const [hours, clients] = await Promise.all([readHours(id, from, bucketMs), readClients(id)]);
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
    recent: lines.map(fromLine),
  };
}

async function readRecent(apiKeyId: string): Promise<{ now: Date; lines: string[] }> {
  const [row] = await db.$queryRaw<[{ now: Date; lines: string[] | null }]>`
    select clock_timestamp() as "now", (
      select "lines" from "ApiKeyRecentRequests" where "apiKeyId" = ${apiKeyId}::uuid
    ) as "lines"`;
  return { now: row.now, lines: row.lines ?? [] };
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
    select: {
      address: true,
      agent: true,
      firstSeenAt: true,
      lastSeenAt: true,
      requests: true,
      lastAcceptedAt: true,
    },
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
