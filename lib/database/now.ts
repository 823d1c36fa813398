import type { Prisma } from '@/prisma/generated/client';
import { db } from './client';

/** The database's time, by which keys open the API and end: no instance's own clock decides. */
export async function databaseNow(client: Prisma.TransactionClient = db): Promise<Date> {
  const [row] = await client.$queryRaw<[{ now: Date }]>`select now()`;
  return row.now;
}
