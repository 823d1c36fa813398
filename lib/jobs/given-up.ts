import { db } from '@/lib/database/client';
import { databaseTime, learnDatabaseTime } from '@/lib/database/clock';

/** How long an operator can read what was given up, and have it tried again. */
const KEPT_MS = 30 * 86_400_000;
const TRIED_AGAIN_MS = 86_400_000;

/** Removes jobs that were given up long ago, and with them the addresses that mails would have gone to. */
export async function removeGivenUp(now = databaseTime()): Promise<void> {
  const before = new Date(now - KEPT_MS);
  await db.job.deleteMany({ where: { gaveUpAt: { lt: before } } });
}

/**
 * For an operator: jobs that have failed, those that were given up first.
 * @returns for a mail its kind and address; what it says is not shown
 */
export async function listFailed() {
  const jobs = await db.job.findMany({
    where: { failure: { not: null } },
    orderBy: [{ gaveUpAt: { sort: 'desc', nulls: 'last' } }, { id: 'asc' }],
    take: 100,
  });
  return jobs.map(({ kind, payload, attempts, dueAt, failure }) => {
    const { kind: mail, mail: { to = null } = {} } = payload as Partial<MailPayload>;
    return { kind: mail ?? kind, to, attempts, next: dueAt ?? 'given up', failure };
  });
}

type MailPayload = { kind: string; mail: { to?: string } };

/**
 * For an operator who has mended what was in the way: has all that was given up tried again, for a day.
 * A link that has ended meanwhile is not sent.
 * @returns how many jobs that were
 */
export async function tryAgain(): Promise<number> {
  await learnDatabaseTime();
  const expiresAt = new Date(databaseTime() + TRIED_AGAIN_MS);
  const again = { dueAt: new Date(databaseTime()), gaveUpAt: null, attempts: 0, expiresAt };
  const { count } = await db.job.updateMany({ where: { gaveUpAt: { not: null } }, data: again });
  return count;
}
