import { randomUUID } from 'node:crypto';
import type { Terms } from '@/lib/api-keys/model/api-key';
import { periodAt } from '@/lib/api-keys/usage/period';
import { RECENT_REQUESTS, toLine } from '@/lib/api-keys/usage/recent';
import type { ApiKeyUsage, Prisma } from './generated/client';
import { minutesOf } from './seed-minutes';
import { chanceOf, type RHYTHMS, seriesOf } from './seed-rhythms';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A key of the demo, and how it was used. */
export type DemoKey = {
  name: string;
  /** days since it was generated */
  age: number;
  /** what its Owner decided about it besides its name and expiry, where that is not usual */
  terms?: Partial<Omit<Terms, 'name' | 'expiresAt'>>;
  /** who or what has it, in words */
  holder?: string;
  /** what it was used by in the last thirty days, if by anything */
  use?: {
    rhythm: keyof typeof RHYTHMS;
    /** requests in a usual hour, to each endpoint */
    perHour: Record<string, number>;
    /** of a hundred requests, how many fail */
    failing?: number;
    client: readonly [address: string, agent: string];
  };
  /** days since the last request, where that is longer ago */
  lastUsed?: number;
  /** days from now; below zero are past */
  expires?: number;
  revoked?: number;
  retires?: number;
  /** the name of the key that it takes the place of */
  replaces?: string;
};

type Hour = Omit<ApiKeyUsage, 'apiKeyId'>;

/** When a key was used last and, if something still tries it, when it was refused last. */
export type LastUse = { lastUsedAt: Date | null; lastRefusedAt: Date | null };

/**
 * Writes thirty days of plausible use of a key.
 * @param now the moment up to which it was used
 */
export async function seedUsage(
  tx: Prisma.TransactionClient,
  key: DemoKey,
  apiKeyId: string,
  now: Date,
): Promise<LastUse> {
  const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const lastUsedAt = key.lastUsed === undefined ? null : daysAgo(key.lastUsed);
  if (!key.use) return { lastUsedAt, lastRefusedAt: null };
  const hours = hoursOf(key, now);
  // One statement with one value: a first start waits for it.
  await tx.$executeRaw`
    insert into "ApiKeyUsage"
    select (jsonb_populate_record(null::"ApiKeyUsage", "made")).*
    from jsonb_array_elements(${JSON.stringify(hours.map((hour) => ({ apiKeyId, ...hour })))}::jsonb) "made"`;
  const [address, agent] = key.use.client;
  const lines = recentOf(hours, address, now);
  const [newest, oldest] = [lines[0], lines.at(-1)].map((line) => line?.at ?? now.getTime());
  const lastSeenAt = new Date(Number(newest));
  const firstSeenAt = hours[0]?.hour ?? now;
  const requests = hours.reduce((sum, hour) => sum + totalOf(hour), 0);
  const accepted = hours.reduce((sum, hour) => sum + hour.succeeded + hour.failed, 0);
  const firstAcceptedAt = accepted > 0 ? firstSeenAt : null;
  const lastAcceptedAt = key.revoked === undefined ? lastSeenAt : lastUsedAt;
  await tx.apiKeyClient.create({
    data: {
      ...{ apiKeyId, address, agent, firstSeenAt, lastSeenAt, requests },
      ...{ accepted, firstAcceptedAt, lastAcceptedAt },
    },
  });
  await tx.apiKeyAddressHour.createMany({ data: minutesOf(hours, { apiKeyId, address, now }) });
  await tx.apiKeyRecentRequests.create({
    data: { apiKeyId, lines: lines.map(toLine), since: new Date(Number(oldest)) },
  });
  return key.revoked === undefined
    ? { lastUsedAt: lastSeenAt, lastRefusedAt: null }
    : { lastUsedAt, lastRefusedAt: lastSeenAt };
}

const totalOf = ({ succeeded, failed, refused }: Hour) => succeeded + failed + refused;

/** What is counted of a key in thirty days, an hour of an endpoint each, oldest first. */
export function hoursOf(key: DemoKey, now: Date): Hour[] {
  if (!key.use) return [];
  const { rhythm, perHour, failing = 0 } = key.use;
  const created = now.getTime() - key.age * DAY_MS;
  const from = new Date(Math.max(created, periodAt(now, 'month').from.getTime()));
  const end = now.getTime() + (key.revoked ?? 1) * DAY_MS;
  const hours = Object.entries(perHour).flatMap(([endpoint, usual]) =>
    seriesOf(rhythm, usual, `${key.name} ${endpoint}`, { from, now }).map(({ hour, requests }) => {
      const isDead = hour.getTime() >= end;
      const wrong =
        isDead || failing === 0 ? 0 : someOf(requests, failing, `${key.name} ${hour.getTime()}`);
      return {
        ...{ hour, endpoint, rateLimited: 0, errored: 0 },
        ...{ succeeded: isDead ? 0 : requests - wrong, failed: wrong },
        refused: isDead ? requests : 0,
      };
    }),
  );
  return hours
    .filter((hour) => totalOf(hour) > 0)
    .sort((one, other) => one.hour.getTime() - other.hour.getTime());
}

/** So many of a hundred, rounded up or down by chance. */
const someOf = (all: number, hundredths: number, of: string) =>
  Math.min(all, Math.floor((all * hundredths) / 100 + chanceOf(of)));

/** The last requests that the hours have, newest first, at uneven distances. */
function recentOf(hours: readonly Hour[], address: string, now: Date) {
  const times = new Map<number, Hour[]>();
  for (const hour of hours.slice(-3 * RECENT_REQUESTS)) {
    const start = hour.hour.getTime();
    times.set(start, [...(times.get(start) ?? []), hour]);
  }
  return [...times]
    .flatMap(([start, counted]) => {
      const long = Math.min(HOUR_MS, now.getTime() - start);
      return counted.flatMap((hour) =>
        Array.from({ length: totalOf(hour) }, (_, index) => ({
          at: Math.floor(
            start +
              ((index + chanceOf(`${start} ${hour.endpoint} ${index}`)) * long) / totalOf(hour),
          ),
          ...answerOf(hour, index),
          ...{ endpoint: hour.endpoint, requestId: randomUUID(), address },
        })),
      );
    })
    .sort((one, other) => other.at - one.at)
    .slice(0, RECENT_REQUESTS);
}

/** What the request at an index of an hour got: those that fail stand at its end. */
function answerOf({ endpoint, succeeded, refused }: Hour, index: number) {
  if (refused > 0) return { outcome: 'refused', status: 401 } as const;
  if (index >= succeeded) return { outcome: 'failed', status: 422 } as const;
  return { outcome: 'succeeded', status: endpoint === 'POST /api/invoices' ? 201 : 200 } as const;
}
