import { expect, test } from 'vitest';
import { csvLine } from '@/lib/csv';

test('cells are quoted, and quotes in them doubled', () => {
  expect(csvLine(['a', '', 'b,c', 'say "x"', 'two\nlines', 'ñ 🔑'])).toBe(
    '"a","","b,c","say ""x""","two\nlines","ñ 🔑"\r\n',
  );
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠x'])(
  '%j is a text, not a formula',
  (cell) => {
    expect(csvLine([cell])).toBe(`"'${cell}"\r\n`);
  },
);

test.each(['a=1', '1-1', 'me@example.com', '2027-01-01T00:00:00.000Z', "'x"])(
  '%j stays as it is',
  (cell) => {
    expect(csvLine([cell])).toBe(`"${cell}"\r\n`);
  },
);
