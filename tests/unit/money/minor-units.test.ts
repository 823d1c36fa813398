import { expect, test } from 'vitest';
import { minorUnits } from '@/lib/money/minor-units';

const MOST = BigInt(Number.MAX_SAFE_INTEGER);

test.each([0n, 1n, -1n, MOST, -MOST])('%d is an amount', (value) => {
  expect(BigInt(minorUnits(value))).toBe(value);
});

test.each([MOST + 1n, MOST + 2n, -MOST - 1n, 2n ** 63n - 1n])(
  '%d is refused, since a number would be another amount',
  (value) => {
    expect(() => minorUnits(value)).toThrow(
      new RangeError(`The amount ${value} is outside ±(2^53−1).`),
    );
  },
);
