import { expect, test } from 'vitest';
import { csvLine, separatorOf } from '@/lib/csv';

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

test.each([
  ['a;=1+1', "a;'=1+1"],
  ['a,@x', "a,'@x"],
  ['a\n-1', "a\n'-1"],
  ['a; "=1', 'a; ""\'=1'],
  ['=1;=2', "'=1;'=2"],
])('%j has no formula for a spreadsheet that separates cells otherwise', (cell, text) => {
  expect(csvLine([cell])).toBe(`"${text}"\r\n`);
});

test('cells are separated as spreadsheets in the language expect it', () => {
  expect(csvLine(['a;b', 'c'], separatorOf('es'))).toBe('"a;b";"c"\r\n');
  expect(csvLine(['a', 'b'], separatorOf('en'))).toBe('"a","b"\r\n');
});
