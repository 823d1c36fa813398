import { databaseTime } from '@/lib/database/clock';
import { inTransaction, whenCommitted } from '@/lib/database/transaction';
import type { Prisma } from '@/prisma/generated/client';
import type { JobKind } from './kinds';
import { wake } from './wake';

/**
 * Leaves something to be done soon, by any instance. The job is a row of the surrounding transaction, so
 * that it exists if and only if its cause does.
 * @param triedForMs how long it makes sense to try; after that it is given up
 */
export async function enqueue<Kind extends JobKind>(
  kind: Kind,
  payload: ZendrhaxJobs[Kind],
  { triedForMs }: { triedForMs: number },
): Promise<void> {
  const expiresAt = new Date(databaseTime() + triedForMs);
  const data = { kind, payload: payload as Prisma.InputJsonValue, expiresAt };
  await inTransaction(async (tx) => {
    await tx.job.create({ data, select: { id: true } });
    await whenCommitted(() => wake(kind));
  });
}
