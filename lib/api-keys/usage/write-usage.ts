import { db } from '@/lib/database/client';
import { inTransaction } from '@/lib/database/transaction';
import type { Prisma } from '@/prisma/generated/client';
import { writeAddressHours } from './clients/write-address-hours';
import { writeClients } from './clients/write-clients';
import type { KeyUsage } from './key-usage';
import { writeRecent } from './write-recent';

/** Short enough that nobody who changes a key waits for long. */
const KEYS_PER_BATCH = 500;

/** What is written in one transaction. */
export type Batch = { uses: KeyUsage[]; transaction: string | null };

export function batchesOf(uses: KeyUsage[]): Batch[] {
  // The rows of keys are held in this order, so that two instances cannot deadlock.
  const sorted = uses.toSorted((one, other) => (one.apiKeyId < other.apiKeyId ? -1 : 1));
  const batches: Batch[] = [];
  for (let start = 0; start < sorted.length; start += KEYS_PER_BATCH) {
    batches.push({ uses: sorted.slice(start, start + KEYS_PER_BATCH), transaction: null });
  }
  return batches;
}

/**
 * Writes a batch once, however often it is tried. Where the connection broke during the commit,
 * only the database knows whether that try succeeded: the next one asks it first. It may wait for
 * rows that others hold; no request waits for it.
 * @throws the database's error; the batch can be tried again
 */
export async function writeOnce(batch: Batch): Promise<void> {
  if (batch.transaction && (await isCommitted(batch.transaction))) return;
  await inTransaction(async (tx) => {
    const [row] = await tx.$queryRaw<[{ id: string }]>`select pg_current_xact_id()::text as "id"`;
    batch.transaction = row.id;
    await holdKeys(tx, batch.uses);
    await writeHours(tx, batch.uses);
    await writeClients(tx, batch.uses);
    await writeAddressHours(tx, batch.uses);
    await writeRecent(tx, batch.uses);
  });
}

/**
 * Whether the transaction of an earlier try was committed. An id beyond those that this database
 * has given out is from the database that it took the place of, as after a restore.
 */
async function isCommitted(transaction: string): Promise<boolean> {
  const [row] = await db.$queryRaw<[{ status: string | null }]>`
    select case when ${transaction}::xid8 < pg_snapshot_xmax(pg_current_snapshot())
      then pg_xact_status(${transaction}::xid8) end as "status"`;
  if (row.status === 'in progress') throw new Error('an earlier try has not ended');
  return row.status === 'committed';
}

/** Holds the keys until the commit, and says when they were last used. */
async function holdKeys(tx: Prisma.TransactionClient, uses: KeyUsage[]): Promise<void> {
  const timeOf = (at: number) => (at > 0 ? new Date(at) : null);
  await tx.$executeRaw`
    with used as (
      select k."id", u."usedAt", u."refusedAt" from unnest(
        ${uses.map(({ apiKeyId }) => apiKeyId)}::uuid[],
        ${uses.map(({ lastUsedAt }) => timeOf(lastUsedAt))}::timestamptz[],
        ${uses.map(({ lastRefusedAt }) => timeOf(lastRefusedAt))}::timestamptz[]
      ) as u ("apiKeyId", "usedAt", "refusedAt")
      join "ApiKey" k on k."id" = u."apiKeyId"
      order by k."id" for no key update of k
    )
    update "ApiKey" k set
      "lastUsedAt" = greatest(k."lastUsedAt", used."usedAt"),
      "lastRefusedAt" = greatest(k."lastRefusedAt", used."refusedAt")
    from used where k."id" = used."id"`;
}

async function writeHours(tx: Prisma.TransactionClient, uses: KeyUsage[]): Promise<void> {
  const hours = uses.flatMap(({ apiKeyId, hours }) => hours.map((hour) => ({ apiKeyId, ...hour })));
  await tx.$executeRaw`
    insert into "ApiKeyUsage" as stored
      ("apiKeyId", "hour", "endpoint", "succeeded", "failed", "rateLimited", "errored", "refused")
    select u.* from unnest(
      ${hours.map(({ apiKeyId }) => apiKeyId)}::uuid[],
      ${hours.map(({ hour }) => new Date(hour))}::timestamptz[],
      ${hours.map(({ endpoint }) => endpoint)}::text[],
      ${hours.map(({ succeeded }) => succeeded)}::int[],
      ${hours.map(({ failed }) => failed)}::int[],
      ${hours.map(({ rateLimited }) => rateLimited)}::int[],
      ${hours.map(({ errored }) => errored)}::int[],
      ${hours.map(({ refused }) => refused)}::int[]
    ) as u ("apiKeyId") join "ApiKey" k on k."id" = u."apiKeyId"
    on conflict ("apiKeyId", "hour", "endpoint") do update set
      "succeeded" = stored."succeeded" + excluded."succeeded",
      "failed" = stored."failed" + excluded."failed",
      "rateLimited" = stored."rateLimited" + excluded."rateLimited",
      "errored" = stored."errored" + excluded."errored",
      "refused" = stored."refused" + excluded."refused"`;
}
