import { expect, test } from 'vitest';
import { isOutage } from '@/lib/database/outage';

const withCode = (code: string) => Object.assign(new Error('x'), { code });

test.each([
  'P1001',
  'P1017',
  'P2024',
  'ECONNREFUSED',
  'ECONNRESET',
  'EAI_AGAIN',
  '08006',
  '57P03',
  '53300',
  '55P03',
  '57014',
  '25006',
  '25P04',
  '40001',
  '40P01',
  '42P01',
])('%s is an outage', (code) => {
  expect(isOutage(withCode(code))).toBe(true);
});

test.each(['P2002', 'P2003', 'P2025', '23505', '42703', '42601', 'ERR_INVALID_ARG_TYPE'])(
  '%s is a bug',
  (code) => {
    expect(isOutage(withCode(code))).toBe(false);
  },
);

test('an outage is found among the causes and parts of an error', () => {
  const cause = withCode('ECONNREFUSED');
  expect(isOutage(new Error('outer', { cause: new Error('inner', { cause }) }))).toBe(true);
  expect(isOutage(new AggregateError([new Error('x'), cause]))).toBe(true);
  expect(isOutage({ originalCode: '57P01' })).toBe(true);
  const message = new Error('Connection terminated unexpectedly');
  expect(isOutage(message)).toBe(true);
  expect(isOutage(new Error('outer', { cause: message }))).toBe(true);
  expect(isOutage({ meta: { driverAdapterError: message } })).toBe(true);
});

test.each([undefined, null, 'ECONNREFUSED', 7, {}, new Error('anything else')])(
  '%s is no outage',
  (error) => {
    expect(isOutage(error)).toBe(false);
  },
);
