import type { Prisma } from '@/prisma/generated/client';
import { CLIENTS_PER_KEY, type KeyUsage } from './key-usage';
import { type NewClient, tellSomewhereNew } from './somewhere-new';

type Transaction = Prisma.TransactionClient;

/**
 * Writes who used keys that the transaction holds, and leaves to tell what is used from somewhere new. Of
 * each key, the clients seen last are told apart.
 */
export async function writeClients(tx: Transaction, uses: KeyUsage[]): Promise<void> {
  const clients = uses.flatMap(({ apiKeyId, clients }) =>
    clients.map((client) => ({ apiKeyId, ...client })),
  );
  const rows = await tx.$queryRaw<Written[]>`
    insert into "ApiKeyClient" as stored
      ("apiKeyId", "address", "agent", "firstSeenAt", "lastSeenAt", "requests")
    select u.* from unnest(
      ${clients.map(({ apiKeyId }) => apiKeyId)}::uuid[],
      ${clients.map(({ address }) => address)}::text[],
      ${clients.map(({ agent }) => agent)}::text[],
      ${clients.map(({ firstSeenAt }) => new Date(firstSeenAt))}::timestamptz[],
      ${clients.map(({ lastSeenAt }) => new Date(lastSeenAt))}::timestamptz[],
      ${clients.map(({ requests }) => requests)}::int[]
    ) as u ("apiKeyId") join "ApiKey" k on k."id" = u."apiKeyId"
    on conflict ("apiKeyId", "address", "agent") do update set
      "firstSeenAt" = least(stored."firstSeenAt", excluded."firstSeenAt"),
      "lastSeenAt" = greatest(stored."lastSeenAt", excluded."lastSeenAt"),
      "requests" = stored."requests" + excluded."requests"
    returning "apiKeyId", "address", "agent", xmax = 0 as "isNew"`;
  const made = rows.filter(({ isNew }) => isNew);
  if (made.length === 0) return;
  const opened = new Map(clients.map((client) => [nameOf(client), client.openedAt]));
  const fresh: NewClient[] = made
    .map((client) => ({ ...client, at: opened.get(nameOf(client)) ?? 0 }))
    .filter(({ at }) => at > 0);
  if (fresh.length > 0) await tellSomewhereNew(tx, fresh);
  await moveToOthers(tx, [...new Set(made.map(({ apiKeyId }) => apiKeyId))]);
}

type Named = { apiKeyId: string; address: string; agent: string };
type Written = Named & { isNew: boolean };

const nameOf = ({ apiKeyId, address, agent }: Named) => `${apiKeyId} ${address} ${agent}`;

/** Counts clients that are too many among the others. */
async function moveToOthers(tx: Transaction, apiKeyIds: string[]): Promise<void> {
  await tx.$executeRaw`
    with ranked as (
      select "apiKeyId", "address", "agent",
        row_number() over (partition by "apiKeyId" order by "lastSeenAt" desc) as "place"
      from "ApiKeyClient"
      where "apiKeyId" = any(${apiKeyIds}::uuid[]) and "address" <> ''
    ), moved as (
      delete from "ApiKeyClient" c using ranked r
      where r."place" > ${CLIENTS_PER_KEY}
        and (c."apiKeyId", c."address", c."agent") = (r."apiKeyId", r."address", r."agent")
      returning c.*
    )
    insert into "ApiKeyClient" as others
      ("apiKeyId", "address", "agent", "firstSeenAt", "lastSeenAt", "requests")
    select "apiKeyId", '', '', min("firstSeenAt"), max("lastSeenAt"), sum("requests")
    from moved group by "apiKeyId"
    on conflict ("apiKeyId", "address", "agent") do update set
      "firstSeenAt" = least(others."firstSeenAt", excluded."firstSeenAt"),
      "lastSeenAt" = greatest(others."lastSeenAt", excluded."lastSeenAt"),
      "requests" = others."requests" + excluded."requests"`;
}
