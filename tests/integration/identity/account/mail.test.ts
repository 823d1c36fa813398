import { expect, test } from 'vitest';
import { db } from '@/lib/database/client';
import { inTransaction } from '@/lib/database/transaction';
import { requestPasswordReset, resetPassword } from '@/lib/identity/account/reset-password';
import { completeRegistration, startRegistration } from '@/lib/identity/sign-up/register';
import { queueMail, queueNotice } from '@/lib/mail/queue-mail';
import { inviteMember } from '@/lib/workspaces/invitations/invite-member';
import type { Prisma } from '@/prisma/generated/client';
import { sendDue, theMailbox } from '@/tests/support/mailbox';
import { makePerson, newAddress, newEmail, PASSWORD } from '@/tests/support/person';
import { makeWorkspace } from '@/tests/support/workspace';

const { latest } = theMailbox();

/** As if the pause after a failed attempt were over. */
const allDue = () => db.$executeRaw`update "Job" set "dueAt" = now() where "dueAt" is not null`;

test('a mail that the server does not take is sent once it does, with a code that works', async () => {
  const { state, to, latest } = theMailbox();
  const email = newEmail();
  state.isRefusing = true;
  await startRegistration({ name: 'Robin Doe', email, language: 'en' }, newAddress());
  expect(await to(email)).toEqual([]);
  state.isRefusing = false;
  // It is not due again yet.
  expect(await to(email)).toEqual([]);
  await allDue();
  const { token } = await latest(email);
  expect(await to(email)).toHaveLength(1);
  await completeRegistration({ token, password: PASSWORD, workspace: 'La tienda' });
});

test('a mail has a text and an HTML part that say the same, and loads nothing', async () => {
  const { id, email: to } = await makePerson();
  await db.user.update({ where: { id }, data: { name: 'Robin', language: 'es' } });
  await requestPasswordReset({ email: to, language: 'en' }, newAddress());
  const { from, subject, text, html, token } = await latest(to);
  expect(from).toContain('no-reply@zendrhax.test');
  expect(subject).toBe('Elige una contraseña nueva');
  expect(html).toContain('<html lang="es">');
  for (const part of [text, html]) {
    expect(part).toContain('Hola, Robin:');
    expect(part).toContain(`/reset-password#${token}`);
  }
  expect(html).not.toMatch(/<(script|img|link|iframe)\b|url\(|@import/i);
});

test('what people are called cannot write into a mail', async () => {
  const to = newEmail();
  const name = '<a href="https://evil.test">{click}</a> {name}';
  await queueMail('ownershipReceived', {
    to,
    locale: 'en',
    values: { name, formerOwner: 'Bcc: a@b.test', workspace: 'A\r\nBcc: a@b.test' },
    path: '/api-keys',
  });
  const { html, text, subject } = await latest(to);
  expect(html).not.toContain('<a href="https://evil.test">');
  expect(html).toContain('&lt;a href=&quot;https://evil.test&quot;&gt;');
  expect(text).toContain(name);
  expect(subject).not.toMatch(/[\r\n]/);
  expect(await theMailbox().to('a@b.test')).toEqual([]);
});

test('a registered name in another script arrives as it is', async () => {
  const email = newEmail();
  await startRegistration({ name: 'Łucja 株式会社 🔑', email, language: 'en' }, newAddress());
  const { token, text } = await latest(email);
  // Nobody's words but ours go to an address that has asked for nothing yet.
  expect(text).not.toContain('Łucja');
  await completeRegistration({ token, password: PASSWORD, workspace: '株式会社' });
  await requestPasswordReset({ email, language: 'en' }, newAddress());
  expect((await latest(email)).text).toContain('Hello Łucja 株式会社 🔑,');
});

test('a mail that names what it is not given is not sent, and its job says what is missing', async () => {
  const to = newEmail();
  await queueMail('resetPassword', { to, locale: 'en', path: '/reset-password' });
  expect(await theMailbox().to(to)).toEqual([]);
  const [{ failure } = {}] = await db.job.findMany({ where: { kind: 'mail' } });
  expect(failure).toContain('name');
  await db.job.deleteMany();
});

test('no mail is sent while a transaction is open', async () => {
  await expect(inTransaction(() => sendDue())).rejects.toThrow('committed');
});

const NOTICE = { locale: 'en', timeZone: 'UTC', values: { name: 'Robin' }, path: '/' } as const;

test('a mail goes out when its cause is committed, and not when it is rolled back', async () => {
  const notice = (to: string) => queueNotice('passwordChanged', { ...NOTICE, to });
  const [committed, rolledBack] = [newEmail(), newEmail()];
  await inTransaction(() => notice(committed));
  expect(await theMailbox().to(committed)).toHaveLength(1);
  const failing = inTransaction(async () => {
    await notice(rolledBack);
    throw new Error('as if the power had gone');
  });
  await expect(failing).rejects.toThrow('power');
  expect(await theMailbox().to(rolledBack)).toEqual([]);
});

/** The codes that two attempts made, of which the mail server took the second one. */
async function twoCodes(request: (email: string) => Promise<unknown>, email: string) {
  await sendDue();
  await request(email);
  // Taken, and the answer was lost: the job is as it was, for its process does not know.
  const [job] = await db.job.findMany({ where: { kind: 'mail' } });
  const first = (await latest(email)).token;
  await db.job.create({ data: { ...job, attempts: 0 } as Prisma.JobUncheckedCreateInput });
  const second = (await latest(email)).token;
  expect(second).not.toBe(first);
  return [first, second] as const;
}

test.each([
  ['first', 0],
  ['second', 1],
] as const)(
  'the code of the %s attempt at a mail works until the link ends, once',
  async (_, which) => {
    const { email, id } = await makePerson();
    const ask = (to: string) => requestPasswordReset({ email: to, language: 'en' }, newAddress());
    const codes = await twoCodes(ask, email);
    const change = { token: codes[which], password: 'six other words and a heron' };
    expect(await resetPassword(change)).toEqual({ userId: id });
    for (const token of codes) {
      await expect(resetPassword({ ...change, token })).rejects.toMatchObject({
        code: 'link_not_valid',
      });
    }
  },
);

test('two attempts at a mail have one Message-ID, and no other mail has it', async () => {
  const email = newEmail();
  await twoCodes(
    (to) => startRegistration({ name: 'Robin', email: to, language: 'en' }, newAddress()),
    email,
  );
  await startRegistration({ name: 'Robin', email, language: 'en' }, newAddress());
  const [first, again, other] = (await theMailbox().to(email)).map(({ messageId }) => messageId);
  expect(first).toMatch(/^<[\da-f-]{36}@zendrhax\.test>$/);
  expect(again).toBe(first);
  expect(other).not.toBe(first);
});

test('a link that has ended or was taken back is not sent', async () => {
  const email = newEmail();
  await startRegistration({ name: 'Robin', email, language: 'en' }, newAddress());
  await db.registration.deleteMany({ where: { email } });
  expect(await theMailbox().to(email)).toEqual([]);
  expect(await db.job.count()).toBe(0);
});

test('a link that was replaced before its mail was sent is not sent', async () => {
  const { owner } = await makeWorkspace();
  const email = newEmail();
  const invite = (role: string) =>
    inviteMember(owner, { email, role, language: 'en' }, newAddress());
  await invite('ADMIN');
  await invite('USER');
  const mails = await theMailbox().to(email);
  expect(mails.map(({ text }) => text.includes('as a User'))).toEqual([true]);
});

test('a mail server that repeats the link of a mail does not have its code kept', async () => {
  const { state, to } = theMailbox();
  const email = newEmail();
  await sendDue();
  state.isRepeating = true;
  await startRegistration({ name: 'Robin', email, language: 'en' }, newAddress());
  expect(await to(email)).toEqual([]);
  state.isRepeating = false;
  const [{ failure } = {}] = await db.job.findMany({ where: { kind: 'mail' } });
  expect(failure).toMatch(/\/register\/confirm#…$/);
  await db.job.deleteMany();
});

test('no code and no key stands in what is kept of a mail', async () => {
  const { state, to, latest } = theMailbox();
  const email = newEmail();
  await startRegistration({ name: 'Robin', email, language: 'en' }, newAddress());
  state.isRefusing = true;
  await to(email);
  const kept = JSON.stringify([await db.job.findMany(), await db.registration.findMany()]);
  state.isRefusing = false;
  await allDue();
  const { token } = await latest(email);
  expect(kept).toContain(email);
  expect(kept).not.toContain(token);
  // 43 characters of base64url in a row: no code of any attempt.
  expect(kept).not.toMatch(/(?<![\w-])[\w-]{43}(?![\w-])/);
});
