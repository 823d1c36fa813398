import { expect, test } from 'vitest';
import { parametersOf } from '@/lib/api/endpoint/query';

test('the parameters of a target become an object of texts', () => {
  expect(parametersOf('/api/x?limit=5&cursor=a%20b&empty=')).toEqual({
    limit: '5',
    cursor: 'a b',
    empty: '',
  });
  expect(parametersOf('/api/x?')).toEqual({});
  expect(parametersOf('/api/x')).toEqual({});
});

test('a parameter given twice is refused by name, each name once', () => {
  const target = '/api/x?limit=1&limit=1&limit=2&a=1&c%2Fd=1&c%2Fd=2';
  expect(() => parametersOf(target)).toThrow(
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
