import { expect, test } from 'vitest';
import { hashPassword, verifyPassword } from '@/lib/identity/passwords/passwords';

test('a password is stored as Argon2id with at least 19 MiB and two passes', async () => {
  expect(await hashPassword('zendrhax-demo')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test('the same password is stored differently each time', async () => {
  expect(await hashPassword('the same')).not.toBe(await hashPassword('the same'));
});

test('only the right password matches, and none matches where there is no account', async () => {
  const stored = await hashPassword('right');
  expect(await verifyPassword(stored, 'right')).toBe(true);
  expect(await verifyPassword(stored, 'Right')).toBe(false);
  expect(await verifyPassword(stored, '')).toBe(false);
  expect(await verifyPassword(null, 'right')).toBe(false);
});

test.each([64, 72, 128, 1024])('a password of %i characters counts whole', async (length) => {
  const password = 'x'.repeat(length);
  const stored = await hashPassword(password);
  expect(await verifyPassword(stored, password)).toBe(true);
  expect(await verifyPassword(stored, `${password.slice(0, -1)}y`)).toBe(false);
  expect(await verifyPassword(stored, `${password}x`)).toBe(false);
});

test.each(['contraseña', '密码 密码', '🔑🗝️ keys', ' spaces around ', 'nul\0inside'])(
  'the password %j counts whole',
  async (password) => {
    const stored = await hashPassword(password);
    expect(await verifyPassword(stored, password)).toBe(true);
    expect(await verifyPassword(stored, password.slice(0, -1))).toBe(false);
    expect(await verifyPassword(stored, `${password} `)).toBe(false);
  },
);

test('a letter and its accent match however a keyboard composes them', async () => {
  const stored = await hashPassword('ca\u00f1a');
  expect(await verifyPassword(stored, 'can\u0303a')).toBe(true);
});
