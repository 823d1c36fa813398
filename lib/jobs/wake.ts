import { oncePerProcess } from '@/lib/process/once-per-process';
import type { JobKind } from './kinds';

declare global {
  interface ZendrhaxProcess {
    /** has this process look for due jobs at once; of no kind before the server has started */
    wakeJobs: Map<string, () => void>;
  }
}

const waking = oncePerProcess('wakeJobs', () => new Map());

/** Has this process look for due jobs of a kind, and does not wait for it. */
export const wake = (kind: JobKind): void => waking.get(kind)?.();

/** @param look called for each {@link wake} of the kind from now on */
export const onWake = (kind: JobKind, look: () => void): void => void waking.set(kind, look);
