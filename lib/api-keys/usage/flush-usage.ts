import { retireAfterUse } from '@/lib/api-keys/rotation/retire-after-use';
import { learnDatabaseTime } from '@/lib/database/clock';
import { log } from '@/lib/process/log';
import { oncePerProcess } from '@/lib/process/once-per-process';
import { onShutdown } from '@/lib/process/shutdown';
import { takeUsage } from './unwritten';
import { type Batch, batchesOf, writeOnce } from './write-usage';

const FLUSH_EVERY_MS = 5_000;

type Flushing = {
  last: Promise<void>;
  /** taken, and not yet known to be written */
  batches: Batch[];
};

declare global {
  interface ZendrhaxProcess {
    flushing: Flushing;
  }
}

const flushing = oncePerProcess('flushing', () => ({ last: Promise.resolve(), batches: [] }));

/**
 * Flushes every five seconds from now on, and once more when the server stops. What is counted meanwhile
 * is told by the database's clock, by which it is read.
 */
export function startFlushing(): void {
  const learn = () => learnDatabaseTime().catch(() => {});
  void learn();
  setInterval(() => learn().then(flushUsage), FLUSH_EVERY_MS).unref();
  onShutdown(flushUsage);
}

/**
 * Writes what was counted since the last flush. Flushes take turns, so that the last one, at shutdown,
 * comes after one that has begun. It never fails: what cannot be written is tried again.
 */
export function flushUsage(): Promise<void> {
  return afterOthers(() => write());
}

/** {@link flushUsage} of some keys alone, so that what is read next has all that this process counted. */
export function flushUsageOf(apiKeyIds: readonly string[]): Promise<void> {
  return afterOthers(() => write(apiKeyIds));
}

function afterOthers(work: () => Promise<void>): Promise<void> {
  flushing.last = flushing.last.then(work).catch((error) => {
    const batches = flushing.batches.length;
    log.warn({ err: error, batches }, 'usage could not be written, will try again');
  });
  return flushing.last;
}

/**
 * A batch that failed may have been written after all. So it is tried again as it is, before
 * anything is added.
 */
async function write(apiKeyIds?: readonly string[]): Promise<void> {
  const { batches } = flushing;
  await writeAll(batches);
  batches.push(...batchesOf(takeUsage(apiKeyIds)));
  await writeAll(batches);
}

async function writeAll(batches: Batch[]): Promise<void> {
  for (let batch = batches[0]; batch; batch = batches[0]) {
    await writeOnce(batch);
    await retireAfterUse(acceptedIn(batch));
    batches.shift();
  }
}

/** When each key was last accepted: at most seconds after its first request. */
const acceptedIn = ({ uses }: Batch) =>
  uses
    .filter(({ lastUsedAt }) => lastUsedAt > 0)
    .map(({ apiKeyId, lastUsedAt }) => ({ apiKeyId, at: lastUsedAt }));
