import type { Prisma } from '@/prisma/generated/client';
import { CLIENTS_PER_KEY, type KeyUsage } from './key-usage';

type Transaction = Prisma.TransactionClient;

/** Writes who used keys that the transaction holds. Of each key, the clients seen last are told apart. */
export async function writeClients(tx: Transaction, uses: KeyUsage[]): Promise<void> {
  const clients = uses.flatMap(({ apiKeyId, clients }) =>
    clients.map((client) => ({ apiKeyId, ...client })),
  );
  const rows = await tx.$queryRaw<{ apiKeyId: string; isNew: boolean }[]>`
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
    returning "apiKeyId", xmax = 0 as "isNew"`;
  const grown = new Set(rows.filter(({ isNew }) => isNew).map(({ apiKeyId }) => apiKeyId));
  if (grown.size > 0) await moveToOthers(tx, [...grown]);
}

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
