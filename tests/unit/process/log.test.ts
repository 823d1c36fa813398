import { inspect } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cut } from '@/lib/process/cut.mjs';
import { loggerTo } from '@/lib/process/logger.mjs';
import { withoutCredentials } from '@/lib/process/redaction.mjs';

const KEY = `sk_${'a1'.repeat(32)}`;

/** A line as it would be written, read again. */
const written = (line: unknown) => JSON.parse(withoutCredentials(JSON.stringify(line)));

test('a key is cut out wherever it stands', () => {
  const { message, deep, url } = written({
    url: `/help?q=+${KEY}%20&lang=es`,
    message: `no key like ${KEY} or Bearer ${KEY}!`,
    deep: { er: [{ err: `{"key":"${KEY}"}` }] },
  });
  expect(message).toBe('no key like sk_[redacted] or Bearer sk_[redacted]!');
  expect(url).toBe('/help?q=+sk_[redacted]%20&lang=es');
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

test('credentials go from JSON within a message, and from what Node prints of an object', () => {
  const secrets = { password: 'hunter2\\"\n', cookie: ['a=hunter2'], secret: "it's hunter2" };
  for (const text of [
    JSON.stringify(secrets),
    JSON.stringify(secrets, null, 2),
    inspect(secrets),
  ]) {
    const { msg } = written({ msg: `no ${text} and so on` });
    expect(msg).not.toContain('hunter2');
    expect(msg).toContain('and so on');
  }
});

test('a line of JSON stays one, whatever is in it', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom('"', '\\', "'", '[', ']', 'password', 'secret:', ':', ' ', 'x', '\n'),
      ),
      (parts) => {
        const text = parts.join('');
        expect(written({ a: text, password: text, b: 'last' })).toMatchObject({ b: 'last' });
      },
    ),
    { numRuns: 3_000 },
  );
});

test('what a caller sent takes no more room than a line has, and no half of a key is left', () => {
  const sent = `${'x'.repeat(4_090)}${KEY}${'y'.repeat(9_000)}`;
  const lines: string[] = [];
  const logger = loggerTo({ write: (line) => void lines.push(line) }, 'info');
  logger.error({ err: new Error(sent), path: sent, origin: sent }, 'page failed');
  const { err, path, origin } = JSON.parse(lines.join(''));
  for (const text of [err.message, err.stack, path, origin, cut(sent)]) {
    expect(text.length).toBeLessThan(4_200);
    expect(text).not.toContain('a1a1');
  }
  expect(cut('short')).toBe('short');
  expect(cut(undefined)).toBeUndefined();
});
