import { expect, test } from 'vitest';
import { hashPassword } from '@/lib/auth/passwords';
import { checkCredentials } from '@/lib/auth/sign-in';
import { db } from '@/lib/db';
import { makeUser } from '../../support/workspace';

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
    expect(await checkCredentials({ email: written, password: PASSWORD }, ADDRESS)).toEqual({ id });
  }
});

test('a wrong password and an unknown email get the same answer', async () => {
  const { email } = await makeAccount();
  expect(await checkCredentials({ email, password: `${PASSWORD}!` }, ADDRESS)).toBeNull();
  expect(await checkCredentials({ email, password: PASSWORD.slice(0, -1) }, ADDRESS)).toBeNull();
  expect(
    await checkCredentials({ email: 'nobody@people.test', password: PASSWORD }, ADDRESS),
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
  for (const input of inputs) expect(await checkCredentials(input, ADDRESS)).toBeNull();
});
