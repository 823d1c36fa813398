import { db } from '@/lib/database/client';
import { databaseTime } from '@/lib/database/clock';
import { env } from '@/lib/env';

const DAY_MS = 86_400_000;
/**
 * Rows that one statement removes. It holds them meanwhile, and others may have to wait for them.
 */
const ROWS = 1_000;
/** Statements in a row. What is left then is for the next time. */
const STATEMENTS = 20;

/** For how long it is known to the minute from where a key was used: what is read is the last day. */
const ADDRESS_HOURS_MS = 25 * 3_600_000;

/**
 * Removes what is known about use that is older than `USE_RETENTION_DAYS`, a piece at a time, and by
 * address and minute what is older than a day. Rows that somebody is at are left for the next time.
 * @returns whether nothing was left
 */
export async function pruneUsage(now = databaseTime()): Promise<boolean> {
  const before = new Date(now - env.USE_RETENTION_DAYS * DAY_MS);
  const aDayAgo = new Date(now - ADDRESS_HOURS_MS);
  const isDone = [
    await each(pruneHours),
    await each(pruneClients),
    await each(pruneRecent),
    await each(() => pruneAddressHours(aDayAgo)),
  ];
  return isDone.every(Boolean);

  /** @returns whether nothing is left */
  async function each(prune: (before: Date) => Promise<number>): Promise<boolean> {
    for (let statement = 0; statement < STATEMENTS; statement++) {
      if ((await prune(before)) < ROWS) return true;
    }
    return false;
  }
}

const pruneHours = (before: Date) => db.$executeRaw`
  delete from "ApiKeyUsage" where ctid = any(array(
    select ctid from "ApiKeyUsage" where "hour" < ${before} limit ${ROWS} for update skip locked
  ))`;

const pruneClients = (before: Date) => db.$executeRaw`
  delete from "ApiKeyClient" where ctid = any(array(
    select ctid from "ApiKeyClient" where "lastSeenAt" < ${before} limit ${ROWS} for update skip locked
  ))`;

const pruneAddressHours = (before: Date) => db.$executeRaw`
  delete from "ApiKeyAddressHour" where ctid = any(array(
    select ctid from "ApiKeyAddressHour" where "hour" < ${before} limit ${ROWS} for update skip locked
  ))`;

/**
 * Removes the lines that are too old. A key that nobody has used since then keeps a row without
 * lines.
 */
const pruneRecent = (before: Date) => db.$executeRaw`
  with old as (
    select "apiKeyId", array(
      select line from unnest("lines") with ordinality as one (line, place)
      where line >= ${String(before.getTime())} collate "C" order by place
    ) as "lines"
    from "ApiKeyRecentRequests" where "since" < ${before} limit ${ROWS} for update skip locked
  )
  update "ApiKeyRecentRequests" r set
    "lines" = old."lines",
    "since" = coalesce(
      to_timestamp(split_part(old."lines"[cardinality(old."lines")], ' ', 1)::float8 / 1000),
      'infinity')
  from old where r."apiKeyId" = old."apiKeyId"`;
