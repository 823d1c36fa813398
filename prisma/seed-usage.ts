import { randomUUID } from 'node:crypto';
import type { Terms } from '@/lib/api-keys/model/api-key';
import { periodAt } from '@/lib/api-keys/usage/period';
import { toLine } from '@/lib/api-keys/usage/recent';
import type { Prisma } from './generated/client';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** A key of the demo, and how it was used. */
export type DemoKey = {
  name: string;
  /** days since it was generated */
  age: number;
  /** what its Owner decided about it besides its name and expiry, where that is not usual */
  terms?: Partial<Omit<Terms, 'name' | 'expiresAt'>>;
  /** requests in a usual hour of the day, to each endpoint */
  perHour?: Record<string, number>;
  /** of a hundred requests, how many fail */
  failing?: number;
  client?: readonly [address: string, agent: string];
  /** minutes since the last request */
  lastUsed?: number;
  /** days from now; below zero are past */
  expires?: number;
  revoked?: number;
  retires?: number;
  /** the name of the key that it takes the place of */
  replaces?: string;
};

/**
 * Writes thirty days of plausible use of a key.
 * @param now the moment up to which it was used
 */
export async function seedUsage(
  tx: Prisma.TransactionClient,
  key: DemoKey,
  apiKeyId: string,
  now: Date,
): Promise<void> {
  const { perHour = {}, failing = 0, age, client, revoked } = key;
  if (!client) return;
  const created = now.getTime() - age * DAY_MS;
  const from = new Date(Math.max(created, periodAt(now, 'month').from.getTime()));
  const until = new Date(now.getTime() - HOUR_MS);
  const end = revoked === undefined ? now : new Date(now.getTime() + revoked * DAY_MS);
  // Less at night and on weekends, and no two hours alike; the same numbers whenever it is seeded.
  for (const [endpoint, usual] of Object.entries(perHour)) {
    await tx.$executeRaw`
      insert into "ApiKeyUsage" ("apiKeyId", "hour", "endpoint", "succeeded", "failed", "rateLimited",
        "errored", "refused")
      select ${apiKeyId}::uuid, "hour", ${endpoint},
        case when "hour" < ${end} then "all" - "wrong" else 0 end,
        case when "hour" < ${end} then "wrong" else 0 end,
        0, 0, case when "hour" < ${end} then 0 else "all" end
      from (
        select "hour", "all",
          floor("all" * ${failing}::int / 100.0 + mod(abs(hashtext("hour"::text)), 100) / 100.0)::int as "wrong"
        from (
          select "hour", ceil(${usual}::int
            * (case when extract(hour from "hour") between 7 and 19 then 1.4 else 0.5 end)
            * (case when extract(isodow from "hour") > 5 then 0.4 else 1 end)
            * (0.7 + mod(abs(hashtext("hour"::text || ${endpoint}::text)), 60) / 100.0))::int as "all"
          from generate_series(date_trunc('hour', ${from}::timestamptz),
            date_trunc('hour', ${until}::timestamptz), interval '1 hour') "hour"
        ) "made"
      ) "hours"`;
  }
  const all = await tx.apiKeyUsage.aggregate({
    where: { apiKeyId },
    _sum: { succeeded: true, failed: true, refused: true },
  });
  const requests = Object.values(all._sum).reduce((sum: number, one) => sum + (one ?? 0), 0);
  const lines = recentLines(key, now);
  const [address, agent] = client;
  const lastSeenAt = new Date(Number(lines[0]?.split(' ')[0]));
  await tx.apiKeyClient.create({
    data: { apiKeyId, address, agent, firstSeenAt: from, lastSeenAt, requests },
  });
  await tx.apiKeyRecentRequests.create({
    data: { apiKeyId, lines, since: new Date(Number(lines.at(-1)?.split(' ')[0])) },
  });
}

/** The last fifty requests of a key, at even distances. */
function recentLines(
  { perHour = {}, lastUsed = 0, client, revoked, failing = 0 }: DemoKey,
  now: Date,
) {
  const endpoints = Object.entries(perHour).flatMap(([endpoint, usual]) =>
    Array<string>(Math.ceil(usual / 4)).fill(endpoint),
  );
  const usual = Object.values(perHour).reduce((sum, one) => sum + one, 0);
  const last = now.getTime() - (revoked === undefined ? lastUsed : 2) * MINUTE_MS;
  return Array.from({ length: 50 }, (_, index) => {
    const endpoint = endpoints[(index * 31) % endpoints.length] ?? '';
    const failed = failing > 0 && index % Math.ceil(100 / failing) === 3;
    const [outcome, status] =
      revoked !== undefined
        ? (['refused', 401] as const)
        : failed
          ? (['failed', 422] as const)
          : (['succeeded', endpoint === 'POST /api/invoices' ? 201 : 200] as const);
    return toLine({
      at: Math.round(last - (index * HOUR_MS) / usual),
      ...{ outcome, status, endpoint },
      requestId: randomUUID(),
      address: client?.[0] ?? '',
    });
  });
}
