import { createHash, randomBytes } from 'node:crypto';
import { afterAll, expect, test, vi } from 'vitest';
import { generateSecret, hashSecret } from '@/lib/api-keys/secret/secret';

// One function, not the module: to spy on its classes, which are streams, is to spy on every stream.
vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof import('node:crypto')>();
  return { ...crypto, randomBytes: vi.fn(crypto.randomBytes) };
});
afterAll(() => vi.doUnmock('node:crypto'));

const ZEROS = `sk_${'0'.repeat(64)}`;

test('10,000 keys have the form of a key and no two are the same', () => {
  const secrets = Array.from({ length: 10_000 }, () => generateSecret().secret);
  expect(secrets.filter((secret) => !/^sk_[0-9a-f]{64}$/.test(secret))).toEqual([]);
  expect(new Set(secrets).size).toBe(10_000);
});

test('a key is 32 bytes of randomBytes in hex', () => {
  vi.mocked(randomBytes).mockClear();
  const { secret } = generateSecret();
  expect(vi.mocked(randomBytes).mock.calls).toEqual([[32]]);
  const bytes = vi.mocked(randomBytes).mock.results[0]?.value as unknown as Buffer;
  expect(secret).toBe(`sk_${bytes.toString('hex')}`);
});

test('every digit of a key takes every value', () => {
  const seen = Array.from({ length: 64 }, () => new Set<string>());
  for (let made = 0; made < 1_000; made++) {
    const { secret } = generateSecret();
    for (const [position, values] of seen.entries()) values.add(secret.charAt(3 + position));
  }
  expect(seen.map(({ size }) => size)).toEqual(Array(64).fill(16));
});

test('the hint has the first and last four characters', () => {
  const { secret, hint } = generateSecret();
  expect(hint).toMatch(/^sk_[0-9a-f]{4}…[0-9a-f]{4}$/);
  expect(hint).toBe(`sk_${secret.slice(3, 7)}…${secret.slice(-4)}`);
});

test('the hash is the SHA-256 of the whole key, sk_ included', () => {
  const { secret, hash } = generateSecret();
  expect(hash).toEqual(createHash('sha256').update(secret, 'utf8').digest());
  expect(hashSecret(secret)).toBe(hash.toString('hex'));
});

test.each([
  ['nothing', ''],
  ['only the prefix', 'sk_'],
  ['63 characters', ZEROS.slice(0, -1)],
  ['65 characters', `${ZEROS}0`],
  ['upper case', `sk_${'A'.repeat(64)}`],
  ['an upper-case prefix', `SK_${'0'.repeat(64)}`],
  ['a character that is not hex', `sk_${'g'.repeat(64)}`],
  ['a line break at the end', `${ZEROS}\n`],
  ['a space before', ` ${ZEROS}`],
  ['a space after', `${ZEROS} `],
  ['full-width digits', `sk_${'０'.repeat(64)}`],
  ['no prefix', '0'.repeat(64)],
])('%s is no key', (_, text) => {
  expect(hashSecret(text)).toBeNull();
});
