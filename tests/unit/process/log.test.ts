import { expect, test } from 'vitest';
import { withoutCredentials } from '@/lib/process/log';

const KEY = `sk_${'a1'.repeat(32)}`;

/** A line as it would be written, read again. */
const written = (line: unknown) => JSON.parse(withoutCredentials(JSON.stringify(line)));

test('a key is cut out wherever it stands', () => {
  const { message, deep } = written({
    message: `no key like ${KEY} or Bearer ${KEY}!`,
    deep: { er: [{ err: `{"key":"${KEY}"}` }] },
  });
  expect(message).toBe('no key like sk_[redacted] or Bearer sk_[redacted]!');
  expect(deep.er[0].err).toBe('{"key":"sk_[redacted]"}');
});

test.each(['authorization', 'Authorization', 'cookie', 'set-cookie', 'password', 'secret'])(
  'the value of %s is cut out, however deep',
  (name) => {
    const line = { a: { b: [{ [name]: 'open "sesame" \\' }] }, [name]: ['x', 'y'], kept: 'z' };
    expect(written(line)).toEqual({
      a: { b: [{ [name]: '[redacted]' }] },
      [name]: '[redacted]',
      kept: 'z',
    });
  },
);

test('a list is cut out whole, with brackets in it', () => {
  expect(written({ cookie: ['a=]', 'b="]', 'c=left'], kept: 'z' })).toEqual({
    cookie: '[redacted]',
    kept: 'z',
  });
});

test('a line without credentials stays as it is', () => {
  const line = { level: 30, msg: 'request', route: '/api/invoices/{id}', hint: 'sk_a1b2…9f0e' };
  expect(written(line)).toEqual(line);
});

test('a line that was made to take long comes to an end', () => {
  for (const line of [`{"password":"${'\\\\"'.repeat(100_000)}`, '"cookie":['.repeat(10_000)]) {
    expect(withoutCredentials(line)).toContain('[redacted]');
  }
});
