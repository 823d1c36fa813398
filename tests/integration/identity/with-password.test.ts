import * as argon2 from '@node-rs/argon2';
import { afterAll, expect, test, vi } from 'vitest';
import { db } from '@/lib/database/client';
import { hashPassword } from '@/lib/identity/passwords/passwords';
import { checkPassword } from '@/tests/support/person';
import { makeUser } from '@/tests/support/workspace';

// The real thing, watched.
vi.mock('@node-rs/argon2', { spy: true });
afterAll(() => vi.doUnmock('@node-rs/argon2'));

const PASSWORD = 'four words and ñandú';
const ADDRESS = '192.0.2.1';

async function makeAccount() {
  const id = await makeUser(await hashPassword(PASSWORD));
  const { email } = await db.user.findUniqueOrThrow({ where: { id }, select: { email: true } });
  return { id, email };
}

test('the right password opens the account, however the email is written', async () => {
  const { id, email } = await makeAccount();
  for (const written of [email, email.toUpperCase(), `  ${email} `]) {
    expect(await checkPassword({ email: written, password: PASSWORD }, ADDRESS)).toEqual({ id });
  }
});

test('a wrong password and an unknown email get the same answer', async () => {
  const { email } = await makeAccount();
  expect(await checkPassword({ email, password: `${PASSWORD}!` }, ADDRESS)).toBeNull();
  expect(await checkPassword({ email, password: PASSWORD.slice(0, -1) }, ADDRESS)).toBeNull();
  expect(
    await checkPassword({ email: 'nobody@people.test', password: PASSWORD }, ADDRESS),
  ).toBeNull();
});

test('anything but text is refused without an error', async () => {
  const { email } = await makeAccount();
  const inputs = [
    undefined,
    null,
    'text',
    {},
    { email },
    { email, password: '' },
    { email, password: { not: '' } },
    { email, password: [PASSWORD] },
    { email: { contains: '@' }, password: PASSWORD },
    { email: [email], password: PASSWORD },
    { email, password: 'x'.repeat(100_000) },
  ];
  for (const input of inputs) expect(await checkPassword(input, ADDRESS)).toBeNull();
});

test('an unknown email costs a look at one password hash, as a known one does', async () => {
  const { email } = await makeAccount();
  const nobody = `${crypto.randomUUID()}@people.test`;
  await checkPassword({ email: nobody, password: PASSWORD }, ADDRESS);
  const looked = vi.mocked(argon2.verify).mock.calls;
  for (const [who, password] of [
    [email, 'wrong password'],
    [nobody, 'wrong password'],
  ]) {
    looked.length = 0;
    expect(await checkPassword({ email: who, password }, ADDRESS)).toBeNull();
    expect(looked).toHaveLength(1);
    expect(looked[0]?.[0]).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  }
});
