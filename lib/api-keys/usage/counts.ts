/** What became of requests with a key. */
export const OUTCOMES = [
  /** 2xx and 3xx */
  'succeeded',
  /** 4xx other than 429 */
  'failed',
  /** 429 */
  'rateLimited',
  /** 5xx */
  'errored',
  /** the key was paused or had ended, or may not be used from there: 401, whatever was asked for */
  'refused',
] as const;

export type Outcome = (typeof OUTCOMES)[number];

/** Numbers of requests. */
export type Counts = Record<Outcome, number>;

export const noCounts = (): Counts => ({
  succeeded: 0,
  failed: 0,
  rateLimited: 0,
  errored: 0,
  refused: 0,
});

/** @param status of the answer to a request that the key opened the API for */
export function outcomeOf(status: number): Exclude<Outcome, 'refused'> {
  if (status < 400) return 'succeeded';
  if (status === 429) return 'rateLimited';
  return status < 500 ? 'failed' : 'errored';
}

/** Adds numbers of requests to others, in place. */
export function addCounts(sum: Counts, counts: Counts): void {
  for (const outcome of OUTCOMES) sum[outcome] += counts[outcome];
}

export const totalOf = (counts: Counts): number =>
  OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0);
