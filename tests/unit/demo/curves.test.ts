import { expect, test } from 'vitest';
import { periodAt } from '@/lib/api-keys/usage/period';
import { KEYS } from '@/prisma/seed-keys';
import { type DemoKey, hoursOf } from '@/prisma/seed-usage';

const PERIODS = ['day', 'month'] as const;

/** A workday, a weekend, a night, and the turn of a year. */
const MOMENTS = [
  '2026-11-30T10:20:00Z',
  '2026-12-05T15:00:00Z',
  '2026-12-06T03:30:00Z',
  '2027-01-01T00:05:00Z',
];

/** What the chart of a key draws: requests by the hour or the day, the highest being 1. */
function curveOf(key: DemoKey, period: (typeof PERIODS)[number], now: Date): number[] {
  const { starts, bucketMs } = periodAt(now, period);
  const hours = hoursOf(key, now).map((hour) => ({ ...hour, at: hour.hour.getTime() }));
  const sums = starts.map((start) =>
    hours
      .filter(({ at }) => at >= start.getTime() && at < start.getTime() + bucketMs)
      .reduce((sum, { succeeded, failed, refused }) => sum + succeeded + failed + refused, 0),
  );
  const highest = Math.max(...sums);
  return sums.map((sum) => (highest === 0 ? 0 : sum / highest));
}

/** How far two curves are apart, in hundredths of their height. */
const apart = (one: number[], other: number[]) =>
  (100 * one.reduce((sum, value, index) => sum + Math.abs(value - (other[index] ?? 0)), 0)) /
  one.length;

test.each(MOMENTS.flatMap((now) => PERIODS.map((period) => [period, now] as const)))(
  'no two keys of the demo have one curve: its %s on %s',
  (period, now) => {
    const curves = KEYS.map((key) => curveOf(key, period, new Date(now))).filter((curve) =>
      curve.some((value) => value > 0),
    );
    expect(curves.length).toBeGreaterThan(period === 'day' ? 6 : 10);
    for (const [index, one] of curves.entries()) {
      for (const other of curves.slice(index + 1)) expect(apart(one, other)).toBeGreaterThan(5);
    }
  },
);

test('the demo looks the same whenever it is made', () => {
  const now = new Date(MOMENTS[0] ?? '');
  const [key] = KEYS;
  if (key) expect(hoursOf(key, now)).toEqual(hoursOf(key, now));
});

test.each(KEYS.filter(({ use }) => use))(
  '$name has enough requests for its list, at any hour',
  (key) => {
    for (const now of MOMENTS) {
      const total = hoursOf(key, new Date(now)).reduce(
        (sum, { succeeded, failed, refused }) => sum + succeeded + failed + refused,
        0,
      );
      expect(total).toBeGreaterThan(50);
    }
  },
);
