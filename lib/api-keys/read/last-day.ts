import { type Actor, assertOwner } from '@/lib/actor';
import { type Counts, totalOf } from '@/lib/api-keys/usage/counts';
import { flushUsageOf } from '@/lib/api-keys/usage/flush-usage';
import { periodAt } from '@/lib/api-keys/usage/period';
import { fromLine } from '@/lib/api-keys/usage/recent';
import { db } from '@/lib/database/client';
import { databaseNow } from '@/lib/database/now';
import { parseId } from '@/lib/validation';
import type { ApiKeyClient } from '@/prisma/generated/client';
import type { ApiKeyUsage } from './read-usage';

type LastClient = Pick<ApiKeyClient, 'apiKeyId' | 'address' | 'agent'> & {
  /** whether the key opened the API for it on that day */
  isUser: boolean;
};

/** The last 24 hours of a key. */
export type LastDay = {
  /** requests per hour, oldest first, whatever became of them; the last hour is not over */
  hours: number[];
  /** their sum */
  requests: number;
  /** how many of them were refused, because the key was paused or had ended */
  refused: number;
  /** which endpoints the others went to, by name */
  endpoints: string[];
  /** whose request of the day was seen last, of the clients that are told apart */
  client: Pick<ApiKeyClient, 'address' | 'agent'> | null;
  /** the same of those that the key opened the API for: nobody uses it who is only refused */
  user: LastDay['client'];
  /** the last request of all, however long ago, and whatever became of it */
  lastRequestAt: Date | null;
};

/**
 * The same from what the page of a key has read of it already.
 * @param usage of a day
 */
export function lastDayIn({ from, buckets, endpoints, clients, recent }: ApiKeyUsage): LastDay {
  const hours = buckets.map(totalOf);
  const [client] = clients;
  const [user] = usersIn({ clients, from });
  return {
    hours,
    requests: hours.reduce((sum, requests) => sum + requests, 0),
    refused: buckets.reduce((sum, { refused }) => sum + refused, 0),
    endpoints: endpoints
      .filter(isUsed)
      .map(({ endpoint }) => endpoint)
      .sort(),
    client: client && client.lastSeenAt >= from ? client : null,
    user: user ?? null,
    lastRequestAt: recent[0]?.at ?? null,
  };
}

/** The clients that a key opened the API for since a moment. */
export const usersIn = ({ clients, from }: Pick<ApiKeyUsage, 'clients' | 'from'>) =>
  clients.filter(({ lastAcceptedAt }) => lastAcceptedAt !== null && lastAcceptedAt >= from);

/** Whether any of the requests was not refused. */
export const isUsed = (counts: Counts): boolean => totalOf(counts) > counts.refused;

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
  const [keys, hours, clients] = await Promise.all([
    db.apiKey.findMany({
      where: own,
      select: { id: true, recentRequests: { select: { lines: true } } },
    }),
    db.apiKeyUsage.findMany({ where: { apiKey: { is: own }, hour: { gte: from } } }),
    db.$queryRaw<LastClient[]>`
      select distinct on (c."apiKeyId", u."isUser") c."apiKeyId", c."address", c."agent", u."isUser"
      from "ApiKeyClient" c
        join "ApiKey" k on k."id" = c."apiKeyId"
        join "Workspace" w on w."id" = k."workspaceId"
        cross join lateral (values (false), (c."lastAcceptedAt" >= ${from})) as u ("isUser")
      where c."apiKeyId" = any(${ids}::uuid[]) and w."id" = ${actor.workspaceId}::uuid
        and w."ownerId" = ${actor.userId}::uuid and c."lastSeenAt" >= ${from} and c."address" <> ''
        and u."isUser" is not null
      order by c."apiKeyId", u."isUser", c."lastSeenAt" desc, c."address", c."agent"`,
  ]);
  const days = keys.map(({ id, recentRequests }): [string, LastDay] => {
    const newest = recentRequests?.lines[0];
    const lastRequestAt = newest ? fromLine(newest).at : null;
    const none = { hours: starts.map(() => 0), requests: 0, refused: 0 };
    return [id, { ...none, endpoints: [], lastRequestAt, ...clientsOf(id, clients) }];
  });
  const byId = new Map(days);
  for (const { apiKeyId, hour, endpoint, ...counts } of hours) {
    const day = byId.get(apiKeyId);
    const bucket = (hour.getTime() - from.getTime()) / bucketMs;
    if (!day) continue;
    const requests = totalOf(counts);
    day.hours[bucket] = (day.hours[bucket] ?? 0) + requests;
    day.requests += requests;
    day.refused += counts.refused;
    if (isUsed(counts) && !day.endpoints.includes(endpoint)) day.endpoints.push(endpoint);
  }
  for (const { endpoints } of byId.values()) endpoints.sort();
  return byId;
}

function clientsOf(id: string, clients: LastClient[]): Pick<LastDay, 'client' | 'user'> {
  const own = clients.filter(({ apiKeyId }) => apiKeyId === id);
  const last = (isUser: boolean) => {
    const found = own.find((one) => one.isUser === isUser);
    return found ? { address: found.address, agent: found.agent } : null;
  };
  return { client: last(false), user: last(true) };
}
