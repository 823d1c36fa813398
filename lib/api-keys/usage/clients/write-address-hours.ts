import type { Prisma } from '@/prisma/generated/client';
import { CLIENTS_PER_KEY, type KeyClients } from './counted-clients';

type Transaction = Prisma.TransactionClient;

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

type AddressHour = {
  apiKeyId: string;
  hour: number;
  address: string;
  minutes: number[];
  elsewhere: number;
};

/**
 * Writes where requests with keys that the transaction holds came from, by the minute. Of each key and
 * hour as many addresses are told apart as of all its use, those with most requests.
 */
export async function writeAddressHours(tx: Transaction, uses: KeyClients[]): Promise<void> {
  const hours = uses.flatMap(hoursOf);
  if (hours.length === 0) return;
  const rows = await tx.$queryRaw<{ apiKeyId: string; isNew: boolean }[]>`
    insert into "ApiKeyAddressHour" as stored
      ("apiKeyId", "hour", "address", "minutes", "elsewhere")
    select u."apiKeyId", u."hour", u."address", string_to_array(u."minutes", ' ')::int[], u."elsewhere"
    from unnest(
      ${hours.map(({ apiKeyId }) => apiKeyId)}::uuid[],
      ${hours.map(({ hour }) => new Date(hour))}::timestamptz[],
      ${hours.map(({ address }) => address)}::text[],
      ${hours.map(({ minutes }) => minutes.join(' '))}::text[],
      ${hours.map(({ elsewhere }) => elsewhere)}::int[]
    ) as u ("apiKeyId", "hour", "address", "minutes", "elsewhere")
      join "ApiKey" k on k."id" = u."apiKeyId"
    on conflict ("apiKeyId", "hour", "address") do update set
      "minutes" = array(
        select one + other
        from unnest(stored."minutes", excluded."minutes") with ordinality as u (one, other, place)
        order by place
      ),
      "elsewhere" = stored."elsewhere" + excluded."elsewhere"
    returning "apiKeyId", xmax = 0 as "isNew"`;
  const grown = new Set(rows.filter(({ isNew }) => isNew).map(({ apiKeyId }) => apiKeyId));
  if (grown.size > 0)
    await moveToOthers(tx, [...grown], Math.min(...hours.map(({ hour }) => hour)));
}

/** What was counted of a key, by hour and address, whatever the program. */
function hoursOf({ apiKeyId, clients }: KeyClients): AddressHour[] {
  const hours = new Map<string, AddressHour>();
  for (const { address, minutes } of clients) {
    for (const { minute, accepted, elsewhere } of minutes) {
      const hour = minute - (minute % HOUR_MS);
      const id = `${hour} ${address}`;
      const none = { apiKeyId, hour, address, minutes: Array(60).fill(0), elsewhere: 0 };
      const sum = hours.get(id) ?? none;
      hours.set(id, sum);
      const place = (minute - hour) / MINUTE_MS;
      sum.minutes[place] = (sum.minutes[place] ?? 0) + accepted;
      sum.elsewhere += elsewhere;
    }
  }
  return [...hours.values()];
}

/** Counts addresses that are too many in an hour among the others. */
async function moveToOthers(tx: Transaction, apiKeyIds: string[], from: number): Promise<void> {
  await tx.$executeRaw`
    with ranked as (
      select "apiKeyId", "hour", "address",
        row_number() over (
          partition by "apiKeyId", "hour"
          order by (select sum(one) from unnest("minutes") one) desc, "elsewhere" desc, "address"
        ) as "place"
      from "ApiKeyAddressHour"
      where "apiKeyId" = any(${apiKeyIds}::uuid[]) and "hour" >= ${new Date(from)} and "address" <> ''
    ), moved as (
      delete from "ApiKeyAddressHour" a using ranked r
      where r."place" > ${CLIENTS_PER_KEY}
        and (a."apiKeyId", a."hour", a."address") = (r."apiKeyId", r."hour", r."address")
      returning a.*
    ), summed as (
      select "apiKeyId", "hour", place, sum(one)::int as one
      from moved cross join lateral unnest("minutes") with ordinality as u (one, place)
      group by "apiKeyId", "hour", place
    )
    insert into "ApiKeyAddressHour" as others ("apiKeyId", "hour", "address", "minutes", "elsewhere")
    select s."apiKeyId", s."hour", '', array_agg(s.one order by s.place), (
      select sum("elsewhere")::int from moved m
      where (m."apiKeyId", m."hour") = (s."apiKeyId", s."hour")
    )
    from summed s group by s."apiKeyId", s."hour"
    on conflict ("apiKeyId", "hour", "address") do update set
      "minutes" = array(
        select one + other
        from unnest(others."minutes", excluded."minutes") with ordinality as u (one, other, place)
        order by place
      ),
      "elsewhere" = others."elsewhere" + excluded."elsewhere"`;
}
