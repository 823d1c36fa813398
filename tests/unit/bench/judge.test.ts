import { expect, test } from 'vitest';
import { judge, type Turn } from '@/bench/judge';

/** Rounds in which a build differs from itself by these, and from the other by a factor. */
const turns = (factor: number, differences: number[]): Turn[] =>
  differences.map((difference, index) => {
    const now = 40 + index;
    const again = now * (1 + difference);
    return { now, again, before: (now + again) / 2 / factor };
  });

const calm = [0.01, -0.02, 0, 0.03, -0.01, 0.02, 0.01];

test.each([
  [1, 'as before'],
  [1.015, 'as before'],
  [0.985, 'as before'],
  [1.1, 'more'],
  [0.9, 'less'],
] as const)(
  '%d times the time is %s, where a build is within 3 %% of itself',
  (factor, verdict) => {
    const judged = judge(turns(factor, calm));
    expect(judged.verdict).toBe(verdict);
    expect(judged.ratio).toBeCloseTo(factor, 5);
    expect(judged.spread).toBeGreaterThan(0.015);
    expect(judged.spread).toBeLessThan(0.03);
  },
);

test('one round that went wrong decides nothing', () => {
  expect(judge(turns(1, [...calm, 0.9])).verdict).toBe('as before');
  const [first, ...rest] = turns(1, calm) as [Turn, ...Turn[]];
  expect(judge([{ ...first, before: first.before * 3 }, ...rest]).verdict).toBe('as before');
});

test('where a build is far from itself, a small difference is not called none', () => {
  const noisy = calm.map((difference) => difference * 10);
  expect(judge(turns(1.05, noisy)).verdict).toBe('too noisy to tell');
  expect(judge(turns(2, noisy)).verdict).toBe('more');
});
