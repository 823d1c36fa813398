import { expect, test } from 'vitest';
import { db } from '@/lib/database/client';
import {
  completeRegistration,
  findRegistration,
  startRegistration,
} from '@/lib/identity/sign-up/register';
import { theMailbox } from '@/tests/support/mailbox';
import { momentOf } from '@/tests/support/moment';
import { checkPassword, makePerson, newAddress, newEmail, PASSWORD } from '@/tests/support/person';

const { to, latest } = theMailbox();

const start = (email: string, more: object = {}, address = newAddress()) =>
  startRegistration({ name: 'Robin Doe', email, language: 'en', ...more }, address);

const complete = (token: string, more: object = {}) =>
  completeRegistration({ token, password: PASSWORD, workspace: 'Acme', ...more });

async function codeFor(email: string): Promise<string> {
  await start(email);
  return (await latest(email)).token;
}

test('the mailed link makes the account and its first workspace, on the Free plan', async () => {
  const email = newEmail();
  const token = await codeFor(email);
  expect(await db.user.count({ where: { email } })).toBe(0);

  const { userId } = await complete(token);
  const [membership] = await db.membership.findMany({
    where: { userId },
    select: {
      role: true,
      workspace: { select: { name: true, ownerId: true, plan: { select: { slug: true } } } },
    },
  });
  expect(membership).toEqual({
    role: 'ADMIN',
    workspace: { name: 'Acme', ownerId: userId, plan: { slug: 'free' } },
  });
  expect(await checkPassword({ email, password: PASSWORD }, newAddress())).toEqual({
    id: userId,
  });
});

test('the mail is in the language of the page, with the link and the code in it', async () => {
  const [english, spanish] = [newEmail(), newEmail()];
  await start(english);
  await start(spanish, { language: 'es' });
  expect((await latest(english)).subject).toBe('Confirm your email address');
  expect((await latest(spanish)).subject).toBe('Confirma tu correo electrónico');
  expect((await latest(spanish)).text).toContain('Hola:');
  const { text, html, token } = await latest(english);
  expect(token).toMatch(/^[\w-]{43}$/);
  for (const body of [text, html]) {
    expect(body.split(`/register/confirm#${token}`).length).toBeGreaterThan(1);
    expect(body.split(token).length).toBeGreaterThan(2);
  }
});

test('the link works once, and only as it was sent', async () => {
  const token = await codeFor(newEmail());
  for (const wrong of ['', token.slice(1), `${token}x`, token.toUpperCase()]) {
    await expect(complete(wrong)).rejects.toMatchObject({ code: 'link_not_valid' });
  }
  await complete(token);
  await expect(complete(token)).rejects.toMatchObject({ code: 'link_not_valid' });
});

test('a link tells whom it is for, as long as it works', async () => {
  const email = newEmail();
  const [used, old] = [await codeFor(email), await codeFor(newEmail())];
  expect(await findRegistration(used)).toMatchObject({ email, name: 'Robin Doe', language: 'en' });
  expect(await findRegistration(`${used}x`)).toBeNull();
  await complete(used);
  expect(await findRegistration(used)).toBeNull();
  expect(await findRegistration(old)).not.toBeNull();
  await db.registration.updateMany({ data: { expiresAt: new Date() } });
  expect(await findRegistration(old)).toBeNull();
});

test('the plan that someone came for is kept, if it is on sale', async () => {
  for (const [asked, kept] of [
    ['pro', 'pro'],
    ['gone', null],
    ['', null],
  ]) {
    const email = newEmail();
    await start(email, { plan: asked });
    expect(await complete((await latest(email)).token)).toMatchObject({ plan: kept });
  }
});

test('of two who use one link at once, one gets an account', async () => {
  const email = newEmail();
  const token = await codeFor(email);
  const results = await Promise.allSettled([complete(token), complete(token), complete(token)]);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await db.user.count({ where: { email } })).toBe(1);
});

test('the link ends after 24 hours', async () => {
  const email = newEmail();
  const { result: token, isAfter } = await momentOf(() => codeFor(email));
  const { expiresAt } = await db.registration.findFirstOrThrow({ where: { email } });
  expect(expiresAt).toSatisfy(isAfter(24 * 3_600_000));
  await db.registration.updateMany({ where: { email }, data: { expiresAt: new Date() } });
  await expect(complete(token)).rejects.toMatchObject({ code: 'link_not_valid' });
});

test('only the SHA-256 of the code is stored', async () => {
  const email = newEmail();
  const token = await codeFor(email);
  const rows = await db.registration.findMany({ where: { email } });
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain(token);
  expect(Buffer.from(rows[0]?.tokenHash ?? []).toString('latin1')).not.toContain(token);
});

test('an address that has an account gets the same answer, and a mail that says so', async () => {
  const { email } = await makePerson();
  expect(await start(email)).toBe(await start(newEmail()));
  expect((await to(email)).map(({ subject }) => subject)).toEqual(['You already have an account']);
  expect((await latest(email)).token).toBe('');
  expect(await db.registration.count({ where: { email } })).toBe(0);
});

test('a link that was asked for before the account was made opens nothing', async () => {
  const email = newEmail();
  const [first, second] = [await codeFor(email), await codeFor(email)];
  await complete(second);
  await expect(complete(first)).rejects.toMatchObject({ code: 'link_not_valid' });
});

test('an address is one, however it is written', async () => {
  const email = newEmail();
  await start(`  ${email.toUpperCase()} `);
  const { userId } = await complete((await latest(email)).token);
  expect(await db.user.findUnique({ where: { email }, select: { id: true } })).toEqual({
    id: userId,
  });
});

test.each([
  ['name', { name: ' ' }, 'required'],
  ['name', { name: 'a\nb' }, 'control_characters'],
  ['name', { name: 'Pay at https://evil.test' }, 'web_address'],
  ['name', { name: 'See www.evil.test' }, 'web_address'],
  ['name', { name: 'evil.test/pay' }, 'web_address'],
  ['name', { name: 'Sign in at example-billing.com' }, 'web_address'],
  ['email', { email: 'nobody' }, 'email'],
  ['email', { email: 'a@b.test\r\nBcc: c@d.test' }, 'email'],
  ['email', { email: { not: '' } }, 'invalid_type'],
  ['language', { language: 'tlh' }, 'invalid_value'],
  ['workspaceId', { workspaceId: 'x' }, 'unknown_field'],
])('a wrong %s is refused and mails nothing: %j', async (field, wrong, code) => {
  const email = newEmail();
  const { errors } = await start(email, wrong).then(
    () => expect.fail('it was taken'),
    ({ details }) => details,
  );
  expect(errors[0]).toMatchObject({ pointer: `#/${field}`, code });
  expect(await to(email)).toEqual([]);
});

test.each([
  ['1234567', 'password_short'],
  ['🔑🔑🔑🔑', 'password_short'],
  ['x'.repeat(257), 'too_long'],
  ['password', 'password_common'],
  ['PassWord', 'password_common'],
  ['iloveyou', 'password_common'],
  ['12345678', 'password_common'],
])('the password %j is refused, and the link goes on working', async (password, code) => {
  const token = await codeFor(newEmail());
  await expect(complete(token, { password })).rejects.toMatchObject({
    details: { errors: [{ pointer: '#/password', code }] },
  });
  await complete(token);
});

test('neither the address nor the name is taken as the password', async () => {
  const email = newEmail();
  const token = await codeFor(email);
  for (const password of [email, 'Robin Doe', 'zendrhax', 'Password123!']) {
    await expect(complete(token, { password })).rejects.toMatchObject({
      details: { errors: [{ pointer: '#/password', code: 'password_common' }] },
    });
  }
});

test.each([
  '8 chars!',
  'contraseña segura',
  ' leading and trailing ',
  'four words and a crane '.repeat(12).slice(0, 256),
  '密码密码 🔑🔑 密码',
])('the password %j is taken as it is', async (password) => {
  const email = newEmail();
  const { userId } = await complete(await codeFor(email), { password });
  expect(await checkPassword({ email, password }, newAddress())).toEqual({ id: userId });
  const trimmed = `${password.trim().slice(0, -1)}`;
  expect(await checkPassword({ email, password: trimmed }, newAddress())).toBeNull();
});

test('nobody gets more than five mails an hour, and nobody can tell', async () => {
  const email = newEmail();
  for (let times = 0; times < 8; times++) await start(email);
  expect(await to(email)).toHaveLength(5);
});

test('one client address can cause 60 mails an hour', async () => {
  const address = newAddress();
  await Promise.all(Array.from({ length: 60 }, () => start(newEmail(), {}, address)));
  await expect(start(newEmail(), {}, address)).rejects.toMatchObject({ code: 'rate_limited' });
  await start(newEmail());
});
