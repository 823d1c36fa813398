import { oncePerProcess } from '@/lib/process/once-per-process';
import { databaseNow } from './now';

declare global {
  interface ZendrhaxProcess {
    /** by how many milliseconds the database's clock is ahead of this process's */
    databaseClock: { aheadMs: number };
  }
}

const clock = oncePerProcess('databaseClock', () => ({ aheadMs: 0 }));

/**
 * The time by the database's clock, as far as this process knows, without a question to it. What several
 * instances write, or one writes and another judges, is told by this clock: their own may differ.
 * @returns milliseconds since 1970
 */
export const databaseTime = (): number => Date.now() + clock.aheadMs;

/**
 * Asks the database for its time. An answer tells no more than that it was made between question and
 * arrival, so what it may be wrong about changes nothing.
 * @throws the database's error
 */
export async function learnDatabaseTime(): Promise<void> {
  const asked = Date.now();
  const told = (await databaseNow()).getTime();
  const arrived = Date.now();
  const aheadMs = told - (asked + arrived) / 2;
  const uncertainMs = (arrived - asked) / 2;
  if (Math.abs(aheadMs - clock.aheadMs) > uncertainMs + 1) clock.aheadMs = Math.round(aheadMs);
}

/** {@link databaseTime} as a Date. */
export const databaseDate = (): Date => new Date(databaseTime());
