import { db } from '@/lib/database/client';
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
 * Each kind has room of its own, so that none waits for another. The database may be away, or not be
 * migrated yet: whatever fails is tried again.
 * @param recurring kinds whose work comes again and again; each has one job for all instances
 */
export function startJobs(works: Works, recurring: readonly JobKind[]): void {
  const kinds = Object.keys(works) as JobKind[];
  const running = new Set<Promise<void>>();
  /** how many lanes each kind has */
  const busy = new Map<JobKind, number>();
  let isKept = false;
  let isStopping = false;

  for (const kind of kinds) onWake(kind, () => look(kind));
  const timer = setInterval(poll, LOOK_EVERY_MS);
  timer.unref();
  onShutdown(async () => {
    isStopping = true;
    clearInterval(timer);
    const patience = new Promise((over) => setTimeout(over, LAST_MS).unref());
    await Promise.race([Promise.all(running), patience]);
  });
  void poll();

  /** One question about all kinds, as there is mostly nothing. */
  async function poll(): Promise<void> {
    try {
      if (!isKept) await keep(recurring);
      isKept = true;
      for (const kind of await dueKinds()) if (kinds.includes(kind)) look(kind);
    } catch (error) {
      log.warn({ err: error }, 'jobs could not be read, will try again');
    }
  }

  /** Opens one more lane for a kind, if there is room for it. */
  function look(kind: JobKind): void {
    const lanes = busy.get(kind) ?? 0;
    if (isStopping || lanes >= AT_ONCE) return;
    busy.set(kind, lanes + 1);
    const lane = untilNothingIsDue(kind).catch((error) => {
      log.warn({ err: error, kind }, 'jobs could not be read, will try again');
    });
    running.add(lane);
    void lane.then(() => {
      running.delete(lane);
      busy.set(kind, (busy.get(kind) ?? 1) - 1);
    });
  }

  async function untilNothingIsDue(kind: JobKind): Promise<void> {
    while (!isStopping && (await runNext(kind, works[kind] as Work<JobKind>))) look(kind);
  }
}

/** Whichever instance is first leaves the jobs that come again and again. */
async function keep(kinds: readonly JobKind[]): Promise<void> {
  const data = kinds.map((kind) => ({ kind, payload: {}, recurring: kind }));
  await db.job.createMany({ data, skipDuplicates: true });
}

async function dueKinds(): Promise<JobKind[]> {
  const rows = await db.$queryRaw<{ kind: JobKind }[]>`
    select distinct "kind" from "Job" where "dueAt" <= now()`;
  return rows.map(({ kind }) => kind);
}
