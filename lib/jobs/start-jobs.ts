import { inTransaction } from '@/lib/database/transaction';
import { log } from '@/lib/process/log';
import { onShutdown } from '@/lib/process/shutdown';
import type { JobKind, Work } from './kinds';
import { runNext } from './run-next';
import { onWake } from './wake';

const LOOK_EVERY_MS = 5_000;
/** Jobs of a kind that one process does at once, so that one that hangs keeps up no other. */
const AT_ONCE = 4;
/** How long a process that stops waits for the jobs it has begun. Others take up what is left. */
const LAST_MS = 5_000;

export type Works = { [Kind in JobKind]: Work<Kind> };

/**
 * Does jobs from now on: those that this process leaves at once, those of others within five seconds.
 * Each kind has room of its own, so that none waits for another.
 * @param recurring kinds whose work comes again and again; each has one job for all instances
 */
export function startJobs(works: Works, recurring: readonly JobKind[]): void {
  for (const kind of Object.keys(works) as JobKind[]) {
    startKind(kind, works[kind] as Work<JobKind>, recurring.includes(kind));
  }
}

function startKind(kind: JobKind, work: Work<JobKind>, isRecurring: boolean): void {
  const running = new Set<Promise<void>>();
  let isMissing = isRecurring;
  let isStopping = false;

  /** Opens one more lane, if there is room for it. */
  function look(): void {
    if (isStopping || running.size >= AT_ONCE) return;
    const lane = untilNothingIsDue().catch((error) => {
      log.warn({ err: error, kind }, 'jobs could not be read, will try again');
    });
    running.add(lane);
    void lane.then(() => running.delete(lane));
  }

  /** The database may be away, or not be migrated yet: whatever fails here is tried again. */
  async function untilNothingIsDue(): Promise<void> {
    if (isMissing) await keep(kind);
    isMissing = false;
    while (!isStopping && (await runNext(kind, work))) look();
  }

  onWake(kind, look);
  const timer = setInterval(look, LOOK_EVERY_MS);
  timer.unref();
  onShutdown(async () => {
    isStopping = true;
    clearInterval(timer);
    const patience = new Promise((over) => setTimeout(over, LAST_MS).unref());
    await Promise.race([Promise.all(running), patience]);
  });
  look();
}

/** Whichever instance is first leaves the job of a kind that comes again and again. */
async function keep(kind: JobKind): Promise<void> {
  const data = [{ kind, payload: {}, recurring: kind }];
  await inTransaction((tx) => tx.job.createMany({ data, skipDuplicates: true }));
}
