import { expect, test } from 'vitest';
import { queryObject } from '@/lib/api/query';

test('a query string becomes an object of texts', () => {
  expect(queryObject(new URLSearchParams('limit=5&cursor=a%20b&empty='))).toEqual({
    limit: '5',
    cursor: 'a b',
    empty: '',
  });
});

test('a parameter given twice is refused by name, each name once', () => {
  const query = new URLSearchParams('limit=1&limit=1&limit=2&a=1&c%2Fd=1&c%2Fd=2');
  expect(() => queryObject(query)).toThrow(
    expect.objectContaining({
      code: 'validation_failed',
      details: {
        errors: [
          expect.objectContaining({ parameter: 'limit', code: 'repeated' }),
          expect.objectContaining({ parameter: 'c/d', code: 'repeated' }),
        ],
      },
    }),
  );
});
