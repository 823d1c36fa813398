import { expect, test } from 'vitest';
import { readBearer } from '@/lib/api/key/bearer';

test.each([
  ['Bearer abc', 'abc'],
  ['bearer abc', 'abc'],
  ['BEARER abc', 'abc'],
  ['Bearer   abc', 'abc'],
  ['Bearer abc def', 'abc def'],
  ['Bearer ', ''],
  ['Bearer', ''],
])('%j presents %j', (header, credential) => {
  expect(readBearer(header)).toBe(credential);
});

test.each([null, '', ' ', 'Basic abc', 'Bearerabc', 'Bearer:abc', 'abc', 'Token Bearer abc'])(
  '%j presents nothing',
  (header) => {
    expect(() => readBearer(header)).toThrow(
      expect.objectContaining({ code: 'missing_credentials' }),
    );
  },
);
