import { db } from '@/lib/database/client';
import { isInTransaction } from '@/lib/database/transaction';
import { log } from '@/lib/process/log';
import { observeJob } from '@/lib/process/metrics';
import { withKeysCut } from '@/lib/text';
import { type Again, type Job, JobFailedForGood, type JobKind, type Work } from './kinds';
import { pauseSeconds } from './pauses';

/**
 * How long whoever takes a job is left alone with it. If they have said nothing by then, they are taken
 * for dead, and somebody else tries. So what must not be done twice at once may last no longer.
 */
export const LEASE_SECONDS = 60;

/** What would be tried again sooner than this is over: its next attempt would hardly be in time. */
const LAST_PAUSE_SECONDS = 3;

/** Characters of what went wrong that are kept. */
const FAILURE_MAX = 500;

type Taken<Kind extends JobKind> = Job<Kind> & {
  secondsLeft: number | null;
  /** why the attempt before failed */
  failure: string | null;
};

/**
 * Does the job of a kind that has been due the longest, those that nobody has tried yet before others,
 * unless another instance is at it. Whoever takes one moves its time by a lease, in a statement of its
 * own: no row is locked and no connection held while a mail server answers, and a job whose process is
 * killed is due again once the lease is over. What is done is deleted; what failed is due again after a
 * pause that grows, until it no longer makes sense.
 * @returns whether there was one
 * @throws the database's error, or Error within a transaction, which would keep rows locked meanwhile
 */
export async function runNext<Kind extends JobKind>(
  kind: Kind,
  work: Work<Kind>,
): Promise<boolean> {
  if (isInTransaction()) throw new Error(`Do a job of ${kind} once the transaction is committed.`);
  const job = await take(kind);
  if (!job) return false;
  const outcome = await attempt(job, work);
  // Neither changes anything where the lease was over and somebody else has taken the job: they counted.
  if ('error' in outcome) await fail(kind, job, outcome.error);
  else await finish(kind, job, outcome.again);
  return true;
}

/** The database's clock alone says what is due: those of the instances may differ. */
async function take<Kind extends JobKind>(kind: Kind): Promise<Taken<Kind> | undefined> {
  const [job] = await db.$queryRaw<Taken<Kind>[]>`
    update "Job" set "attempts" = "attempts" + 1, "dueAt" = now() + ${LEASE_SECONDS} * interval '1 s'
    where "id" = (
      select "id" from "Job" where "kind" = ${kind} and "dueAt" <= now()
      order by "attempts", "dueAt", "id" limit 1 for update skip locked
    )
    returning "id", "payload", "attempts", "createdAt", "failure",
      extract(epoch from "expiresAt" - now())::float8 "secondsLeft"`;
  return job;
}

async function attempt<Kind extends JobKind>(
  job: Taken<Kind>,
  work: Work<Kind>,
): Promise<{ again: Again | undefined } | { error: unknown }> {
  try {
    if (job.secondsLeft !== null && job.secondsLeft <= 0) {
      throw new JobFailedForGood(job.failure ?? 'Nobody had time for it.');
    }
    return { again: await work(job) };
  } catch (error) {
    return { error };
  }
}

async function finish(kind: JobKind, job: Job<JobKind>, again: Again | undefined): Promise<void> {
  observeJob(kind, 'done');
  const { id, attempts } = job;
  if (!again) await db.job.deleteMany({ where: { id, attempts } });
  else {
    await db.$executeRaw`
      update "Job" set "attempts" = 0, "failure" = null,
        "dueAt" = now() + ${again.againInMs} * interval '1 ms'
      where "id" = ${id}::uuid and "attempts" = ${attempts}`;
  }
}

async function fail(kind: JobKind, job: Taken<JobKind>, error: unknown): Promise<void> {
  const { id, attempts, secondsLeft } = job;
  const failure = failureOf(error);
  // Where little time is left, the pauses are shorter, so that it is tried to its end.
  const pause = Math.min(pauseSeconds(attempts), (secondsLeft ?? Number.POSITIVE_INFINITY) / 2);
  if (pause < LAST_PAUSE_SECONDS || error instanceof JobFailedForGood) {
    observeJob(kind, 'given_up');
    log.error({ err: error, id, kind, attempts }, 'a job was given up');
    await db.$executeRaw`
      update "Job" set "dueAt" = null, "gaveUpAt" = now(), "failure" = ${failure}
      where "id" = ${id}::uuid and "attempts" = ${attempts}`;
    return;
  }
  observeJob(kind, 'failed');
  log.warn({ err: error, id, kind, attempts, pause }, 'a job failed, and will be tried again');
  await db.$executeRaw`
    update "Job" set "dueAt" = now() + ${pause} * interval '1 s', "failure" = ${failure}
    where "id" = ${id}::uuid and "attempts" = ${attempts}`;
}

/** What went wrong, in words of others: as much of it as is kept, and nothing that a database refuses. */
function failureOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return [...withKeysCut(text).replaceAll('\0', '')].slice(0, FAILURE_MAX).join('');
}
