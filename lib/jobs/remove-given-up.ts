import { databaseTime } from '@/lib/database/clock';
import { inTransaction } from '@/lib/database/transaction';

/** How long an operator can read what was given up, and have it tried again. */
const KEPT_MS = 30 * 86_400_000;

/** Removes jobs that were given up long ago, and with them the addresses that mails would have gone to. */
export async function removeGivenUp(now = databaseTime()): Promise<void> {
  const before = new Date(now - KEPT_MS);
  await inTransaction((tx) => tx.job.deleteMany({ where: { gaveUpAt: { lt: before } } }));
}
