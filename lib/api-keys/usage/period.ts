const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** 24 hours by the hour, or 30 days by the day of UTC. */
export type UsagePeriod = 'day' | 'month';

const PERIODS = {
  day: { bucketMs: HOUR_MS, buckets: 24 },
  month: { bucketMs: DAY_MS, buckets: 30 },
};

/**
 * The buckets of a period; the moment of the reading is in the last one.
 * @returns the start of the first, the starts of all, oldest first, and their length
 */
export function periodAt(now: Date, period: UsagePeriod) {
  const { bucketMs, buckets } = PERIODS[period];
  const last = now.getTime() - (now.getTime() % bucketMs);
  const first = last - (buckets - 1) * bucketMs;
  const starts = Array.from({ length: buckets }, (_, index) => new Date(first + index * bucketMs));
  return { from: new Date(first), starts, bucketMs };
}
