import type { Prisma } from '@/prisma/generated/client';
import { db } from './client';

/**
 * The database's time, by which keys open the API and end: no instance's own clock decides. It is the
 * time of this statement, not of the transaction, which may have waited for a lock since it began.
 */
export async function databaseNow(client: Prisma.TransactionClient = db): Promise<Date> {
  const [row] = await client.$queryRaw<[{ now: Date }]>`select clock_timestamp() as "now"`;
  return row.now;
}
