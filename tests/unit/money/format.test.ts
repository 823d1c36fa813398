import { expect, test } from 'vitest';
import { formatMoney } from '@/lib/money/format';

test.each([
  [123_456, 'EUR', 'en', '€1,234.56'],
  [123_456, 'EUR', 'es', '1234,56 €'],
  [12_345_678, 'EUR', 'es', '123.456,78 €'],
  [9_800, 'JPY', 'en', '¥9,800'],
  [15_750, 'KWD', 'en', 'KWD 15.750'],
  [5, 'USD', 'en', '$0.05'],
  [0, 'USD', 'en', '$0.00'],
  [-4_900, 'USD', 'en', '-$49.00'],
])('%i minor units of %s read in %s as %s', (minorUnits, currency, locale, text) => {
  expect(formatMoney(minorUnits, currency, locale).replaceAll('\u00a0', ' ')).toBe(text);
});

test.each([
  [2n ** 53n + 1n, 'EUR', '€90,071,992,547,409.93'],
  [2n ** 63n - 1n, 'JPY', '¥9,223,372,036,854,775,807'],
  [-(2n ** 63n) + 1n, 'KWD', '-KWD 9,223,372,036,854,775.807'],
])('%s minor units of %s are written to the last digit', (minorUnits, currency, text) => {
  expect(formatMoney(minorUnits, currency, 'en').replaceAll('\u00a0', ' ')).toBe(text);
});
