import { expect, test } from 'vitest';
import { inTransaction } from '@/lib/database/transaction';
import { requestPasswordReset } from '@/lib/identity/account/reset-password';
import { completeRegistration, startRegistration } from '@/lib/identity/sign-up/register';
import { sendMail, sendNotice } from '@/lib/mail/send-mail';
import { theMailbox } from '@/tests/support/mailbox';
import { newAddress, newEmail, PASSWORD } from '@/tests/support/person';

const { latest } = theMailbox();

test('a mail that the server does not take is told, and can be asked for again', async () => {
  const { state, to } = theMailbox();
  const email = newEmail();
  const input = { name: 'Robin Doe', email, language: 'en' };
  state.isRefusing = true;
  await expect(startRegistration(input, newAddress())).rejects.toMatchObject({
    code: 'mail_not_sent',
  });
  state.isRefusing = false;
  expect(to(email)).toEqual([]);
  await startRegistration(input, newAddress());
  expect(to(email)).toHaveLength(1);
});

test('a mail has a text and an HTML part that say the same, and loads nothing', async () => {
  const to = newEmail();
  await sendMail('resetPassword', {
    to,
    locale: 'es',
    values: { name: 'Robin' },
    path: '/reset-password',
    token: 'x'.repeat(43),
  });
  const { from, subject, text, html } = latest(to);
  expect(from).toContain('no-reply@zendrhax.test');
  expect(subject).toBe('Elige una contraseña nueva');
  expect(html).toContain('<html lang="es">');
  for (const part of [text, html]) {
    expect(part).toContain('Hola, Robin:');
    expect(part).toContain(`/reset-password#${'x'.repeat(43)}`);
  }
  expect(html).not.toMatch(/<(script|img|link|iframe)\b|url\(|@import/i);
});

test('what people are called cannot write into a mail', async () => {
  const to = newEmail();
  const name = '<a href="https://evil.test">{click}</a> {name}';
  await sendMail('ownershipReceived', {
    to,
    locale: 'en',
    values: { name, formerOwner: 'Bcc: a@b.test', workspace: 'A\r\nBcc: a@b.test' },
    path: '/api-keys',
  });
  const { html, text, subject } = latest(to);
  expect(html).not.toContain('<a href="https://evil.test">');
  expect(html).toContain('&lt;a href=&quot;https://evil.test&quot;&gt;');
  expect(text).toContain(name);
  expect(subject).not.toMatch(/[\r\n]/);
  expect(theMailbox().to('a@b.test')).toEqual([]);
});

test('a registered name in another script arrives as it is', async () => {
  const email = newEmail();
  await startRegistration({ name: 'Łucja 株式会社 🔑', email, language: 'en' }, newAddress());
  const { token, text } = latest(email);
  // Nobody's words but ours go to an address that has asked for nothing yet.
  expect(text).not.toContain('Łucja');
  await completeRegistration({ token, password: PASSWORD, workspace: '株式会社' });
  await requestPasswordReset({ email, language: 'en' }, newAddress());
  expect(latest(email).text).toContain('Hello Łucja 株式会社 🔑,');
});

test('a mail that names what it is not given is not sent', async () => {
  const to = newEmail();
  const mail = { to, locale: 'en', path: '/reset-password' } as const;
  await expect(sendMail('resetPassword', mail)).rejects.toThrow(/name/);
  expect(theMailbox().to(to)).toEqual([]);
});

test('a mail that somebody waits for is not sent while a transaction is open', async () => {
  const mail = { to: newEmail(), locale: 'en', path: '/register' } as const;
  await expect(inTransaction(() => sendMail('noAccount', mail))).rejects.toThrow('committed');
  expect(theMailbox().to(mail.to)).toEqual([]);
});

const NOTICE = { locale: 'en', timeZone: 'UTC', values: { name: 'Robin' }, path: '/' } as const;

test('a notice goes out when its cause is committed, and not when it is rolled back', async () => {
  const notice = (to: string) => sendNotice('passwordChanged', { ...NOTICE, to });
  const [committed, rolledBack] = [newEmail(), newEmail()];
  await inTransaction(async () => {
    await notice(committed);
    expect(theMailbox().to(committed)).toEqual([]);
  });
  expect(theMailbox().to(committed)).toHaveLength(1);
  const failing = inTransaction(async () => {
    await notice(rolledBack);
    throw new Error('as if the power had gone');
  });
  await expect(failing).rejects.toThrow('power');
  expect(theMailbox().to(rolledBack)).toEqual([]);
});

test('a notice that the mail server does not take undoes nothing', async () => {
  const { state, to } = theMailbox();
  const email = newEmail();
  state.isRefusing = true;
  const mail = { ...NOTICE, to: email };
  expect(await inTransaction(async () => sendNotice('passwordChanged', mail))).toBeUndefined();
  state.isRefusing = false;
  expect(to(email)).toEqual([]);
});
