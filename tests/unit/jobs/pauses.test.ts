import { expect, test } from 'vitest';
import { pauseSeconds } from '@/lib/jobs/pauses';

const pauses = (random: number) =>
  Array.from({ length: 14 }, (_, index) => pauseSeconds(index + 1, random));

test('the pauses between attempts grow from seconds to an hour, and differ by a fifth', () => {
  expect(pauses(0.5)).toEqual([
    5, 10, 20, 40, 80, 160, 320, 640, 1_280, 2_560, 3_600, 3_600, 3_600, 3_600,
  ]);
  expect([pauseSeconds(1, 0), pauseSeconds(1, 1)]).toEqual([4, 6]);
  expect([pauseSeconds(99, 0), pauseSeconds(99, 1)]).toEqual([2_880, 4_320]);
});
