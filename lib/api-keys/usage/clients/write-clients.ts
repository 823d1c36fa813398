import type { Prisma } from '@/prisma/generated/client';
import { CLIENTS_PER_KEY, type KeyClients } from './counted-clients';
import { type NewClient, tellSomewhereNew } from './somewhere-new';

type Transaction = Prisma.TransactionClient;

/**
 * Writes who used keys that the transaction holds, and leaves to tell what is used from somewhere new. Of
 * each key, the clients whose requests it opened the API for last are told apart, and then those seen last.
 */
export async function writeClients(tx: Transaction, uses: KeyClients[]): Promise<void> {
  const clients = uses.flatMap(({ apiKeyId, clients }) =>
    clients.map((client) => ({ apiKeyId, ...client })),
  );
  const timeOf = (at: number) => (at > 0 ? new Date(at) : null);
  const rows = await tx.$queryRaw<Written[]>`
    insert into "ApiKeyClient" as stored
      ("apiKeyId", "address", "agent", "firstSeenAt", "lastSeenAt", "requests",
        "accepted", "firstAcceptedAt", "lastAcceptedAt")
    select u.* from unnest(
      ${clients.map(({ apiKeyId }) => apiKeyId)}::uuid[],
      ${clients.map(({ address }) => address)}::text[],
      ${clients.map(({ agent }) => agent)}::text[],
      ${clients.map(({ firstSeenAt }) => new Date(firstSeenAt))}::timestamptz[],
      ${clients.map(({ lastSeenAt }) => new Date(lastSeenAt))}::timestamptz[],
      ${clients.map(({ requests }) => requests)}::int[],
      ${clients.map(({ accepted }) => accepted)}::int[],
      ${clients.map(({ firstAcceptedAt }) => timeOf(firstAcceptedAt))}::timestamptz[],
      ${clients.map(({ lastAcceptedAt }) => timeOf(lastAcceptedAt))}::timestamptz[]
    ) as u ("apiKeyId") join "ApiKey" k on k."id" = u."apiKeyId"
    on conflict ("apiKeyId", "address", "agent") do update set
      "firstSeenAt" = least(stored."firstSeenAt", excluded."firstSeenAt"),
      "lastSeenAt" = greatest(stored."lastSeenAt", excluded."lastSeenAt"),
      "requests" = stored."requests" + excluded."requests",
      "accepted" = stored."accepted" + excluded."accepted",
      "firstAcceptedAt" = least(stored."firstAcceptedAt", excluded."firstAcceptedAt"),
      "lastAcceptedAt" = greatest(stored."lastAcceptedAt", excluded."lastAcceptedAt")
    returning "apiKeyId", "address", "agent", "firstAcceptedAt", xmax = 0 as "isNew"`;
  const accepted = new Map(clients.map((client) => [nameOf(client), client.firstAcceptedAt]));
  const fresh: NewClient[] = rows
    .map((row) => ({ ...row, at: row.firstAcceptedAt?.getTime() ?? 0 }))
    .filter((row) => row.at > 0 && row.at === accepted.get(nameOf(row)));
  if (fresh.length > 0) await tellSomewhereNew(tx, fresh);
  const grown = new Set(rows.filter(({ isNew }) => isNew).map(({ apiKeyId }) => apiKeyId));
  if (grown.size > 0) await moveToOthers(tx, [...grown]);
}

type Named = { apiKeyId: string; address: string; agent: string };
type Written = Named & { firstAcceptedAt: Date | null; isNew: boolean };

const nameOf = ({ apiKeyId, address, agent }: Named) => `${apiKeyId} ${address} ${agent}`;

/** Counts clients that are too many among the others. */
async function moveToOthers(tx: Transaction, apiKeyIds: string[]): Promise<void> {
  await tx.$executeRaw`
    with ranked as (
      select "apiKeyId", "address", "agent",
        row_number() over (
          partition by "apiKeyId" order by "lastAcceptedAt" desc nulls last, "lastSeenAt" desc
        ) as "place"
      from "ApiKeyClient"
      where "apiKeyId" = any(${apiKeyIds}::uuid[]) and "address" <> ''
    ), moved as (
      delete from "ApiKeyClient" c using ranked r
      where r."place" > ${CLIENTS_PER_KEY}
        and (c."apiKeyId", c."address", c."agent") = (r."apiKeyId", r."address", r."agent")
      returning c.*
    )
    insert into "ApiKeyClient" as others
      ("apiKeyId", "address", "agent", "firstSeenAt", "lastSeenAt", "requests",
        "accepted", "firstAcceptedAt", "lastAcceptedAt")
    select "apiKeyId", '', '', min("firstSeenAt"), max("lastSeenAt"), sum("requests"),
      sum("accepted"), min("firstAcceptedAt"), max("lastAcceptedAt")
    from moved group by "apiKeyId"
    on conflict ("apiKeyId", "address", "agent") do update set
      "firstSeenAt" = least(others."firstSeenAt", excluded."firstSeenAt"),
      "lastSeenAt" = greatest(others."lastSeenAt", excluded."lastSeenAt"),
      "requests" = others."requests" + excluded."requests",
      "accepted" = others."accepted" + excluded."accepted",
      "firstAcceptedAt" = least(others."firstAcceptedAt", excluded."firstAcceptedAt"),
      "lastAcceptedAt" = greatest(others."lastAcceptedAt", excluded."lastAcceptedAt")`;
}
