import { expect, test } from 'vitest';
import { db } from '@/lib/database/client';
import { changePassword } from '@/lib/identity/account/change-password';
import {
  findPasswordReset,
  requestPasswordReset,
  resetPassword,
} from '@/lib/identity/account/reset-password';
import { findSession } from '@/lib/identity/sessions/find-session';
import { findKnownDevice, keepDevice } from '@/lib/identity/sessions/known-devices';
import { startRegistration } from '@/lib/identity/sign-up/register';
import { inviteMember } from '@/lib/workspaces/invitations/invite-member';
import { sendDue, theMailbox } from '@/tests/support/mailbox';
import { momentOf } from '@/tests/support/moment';
import {
  checkPassword,
  makePerson,
  newAddress,
  newEmail,
  PASSWORD,
  signIn,
} from '@/tests/support/person';
import { makeWorkspace } from '@/tests/support/workspace';

const { to, latest } = theMailbox();
const NEW_PASSWORD = 'five other words and a crane';

const request = (email: string) => requestPasswordReset({ email, language: 'es' }, newAddress());

async function codeFor(email: string): Promise<string> {
  await request(email);
  return (await latest(email)).token;
}

const opens = async (email: string, password: string) =>
  (await checkPassword({ email, password })) !== null;

test('the mailed link sets a new password, once, and ends every session', async () => {
  const { id, email } = await makePerson();
  const { sessionId } = await signIn(id);
  const token = await codeFor(email);
  expect((await latest(email)).text).toContain(`/reset-password#${token}`);

  expect(await resetPassword({ token, password: NEW_PASSWORD })).toEqual({ userId: id });
  expect(await opens(email, PASSWORD)).toBe(false);
  expect(await opens(email, NEW_PASSWORD)).toBe(true);
  expect(await findSession(sessionId)).toBeNull();
  await expect(resetPassword({ token, password: PASSWORD })).rejects.toMatchObject({
    code: 'link_not_valid',
  });
  expect(await opens(email, NEW_PASSWORD)).toBe(true);
});

test('a used link takes the other links of the account with it', async () => {
  const { email } = await makePerson();
  const [first, second] = [await codeFor(email), await codeFor(email)];
  await resetPassword({ token: second, password: NEW_PASSWORD });
  await expect(resetPassword({ token: first, password: PASSWORD })).rejects.toMatchObject({
    code: 'link_not_valid',
  });
});

test('a link tells whose password it replaces, as long as it works', async () => {
  const { id, email } = await makePerson();
  const token = await codeFor(email);
  expect(await findPasswordReset(token)).toMatchObject({ userId: id, user: { email } });
  expect(await findPasswordReset(token.slice(1))).toBeNull();
  await resetPassword({ token, password: NEW_PASSWORD });
  expect(await findPasswordReset(token)).toBeNull();
});

test('of two who use one link at once, one sets a password', async () => {
  const { email } = await makePerson();
  const token = await codeFor(email);
  const results = await Promise.allSettled(
    [NEW_PASSWORD, `${NEW_PASSWORD}s`].map((password) => resetPassword({ token, password })),
  );
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('the link ends after an hour, and only its SHA-256 is stored', async () => {
  const { id: userId, email } = await makePerson();
  const { result: token, isAfter } = await momentOf(() => codeFor(email));
  const rows = await db.passwordReset.findMany({ where: { userId } });
  expect(JSON.stringify(rows)).not.toContain(token);
  expect(rows[0]?.expiresAt).toSatisfy(isAfter(3_600_000));
  await db.passwordReset.updateMany({ where: { userId }, data: { expiresAt: new Date() } });
  await expect(resetPassword({ token, password: NEW_PASSWORD })).rejects.toMatchObject({
    code: 'link_not_valid',
  });
});

test('an address without an account gets the same answer, and a mail that says so', async () => {
  const [unknown, { email }] = [newEmail(), await makePerson()];
  expect(await request(unknown)).toBe(await request(email));
  expect((await to(unknown)).map(({ subject }) => subject)).toEqual([
    'No hay ninguna cuenta con esta dirección',
  ]);
  expect((await latest(unknown)).token).toBe('');
  // In the language of the account, not of the page.
  expect((await latest(email)).subject).toBe('Choose a new password');
});

test('a password that is too short leaves everything as it was', async () => {
  const { email } = await makePerson();
  const token = await codeFor(email);
  await expect(resetPassword({ token, password: 'short' })).rejects.toMatchObject({
    code: 'validation_failed',
  });
  expect(await opens(email, PASSWORD)).toBe(true);
  await resetPassword({ token, password: NEW_PASSWORD });
});

test('changing the password ends the other sessions, and gives this one another id', async () => {
  const { id, email } = await makePerson();
  const [here, elsewhere] = [await signIn(id), await signIn(id)];
  const token = await codeFor(email);
  const renewed = await changePassword(here.session, {
    currentPassword: PASSWORD,
    password: NEW_PASSWORD,
  });
  expect((await findSession(renewed))?.id).toBe(here.session.id);
  expect(await findSession(here.sessionId)).toBeNull();
  expect(await findSession(elsewhere.sessionId)).toBeNull();
  expect(await opens(email, NEW_PASSWORD)).toBe(true);
  expect((await latest(email)).subject).toBe('Your password was changed');
  await expect(resetPassword({ token, password: PASSWORD })).rejects.toMatchObject({
    code: 'link_not_valid',
  });
});

test('changing the password forgets the other devices, and keeps the one in use', async () => {
  const { id, email } = await makePerson();
  const { session } = await signIn(id);
  await keepDevice(id, 'here');
  await keepDevice(id, 'elsewhere');
  await changePassword(session, { currentPassword: PASSWORD, password: NEW_PASSWORD }, 'here');
  expect(await findKnownDevice('here', email)).not.toBeNull();
  expect(await findKnownDevice('elsewhere', email)).toBeNull();
});

test('changing the password needs the current one, and cannot be guessed at', async () => {
  const { id, email } = await makePerson();
  const { session } = await signIn(id);
  const change = (currentPassword: string) =>
    changePassword(session, { currentPassword, password: NEW_PASSWORD });
  for (let times = 0; times < 10; times++) {
    await expect(change('wrong')).rejects.toMatchObject({
      details: { errors: [{ pointer: '#/currentPassword', code: 'password_wrong' }] },
    });
  }
  await expect(change(PASSWORD)).rejects.toMatchObject({ code: 'rate_limited' });
  await resetPassword({ token: await codeFor(email), password: PASSWORD });
  await change(PASSWORD);
});

test("a stranger's guesses keep nobody who is signed in from changing the password", async () => {
  const { id, email } = await makePerson();
  const { session } = await signIn(id);
  for (let times = 0; times < 150; times++) await opens(email, 'wrong').catch(() => {});
  await expect(opens(email, PASSWORD)).rejects.toMatchObject({ code: 'rate_limited' });
  await changePassword(session, { currentPassword: PASSWORD, password: NEW_PASSWORD });
});

test('a password is changed five times an hour at most, each with a mail', async () => {
  const { id, email } = await makePerson();
  const { session } = await signIn(id);
  const change = () => changePassword(session, { currentPassword: PASSWORD, password: PASSWORD });
  for (let times = 0; times < 5; times++) await change();
  await expect(change()).rejects.toMatchObject({ code: 'rate_limited' });
  expect(await to(email)).toHaveLength(5);
});

test('a flood of registrations or invitations keeps nobody from a reset', async () => {
  const { email } = await makePerson();
  const { owner } = await makeWorkspace();
  for (let times = 0; times < 6; times++) {
    await startRegistration({ name: 'Robin', email, language: 'en' }, newAddress());
    const invitation = { email, role: 'USER', language: 'en' };
    await inviteMember(owner, invitation, newAddress()).catch(() => {});
    await sendDue();
  }
  expect(await to(email)).toHaveLength(10);
  expect(await codeFor(email)).not.toBe('');
});

test('neither a reset nor a change takes the address as the password', async () => {
  const { id, email } = await makePerson();
  const { session } = await signIn(id);
  const refused = {
    details: { errors: [{ pointer: '#/password', code: 'password_common' }] },
  };
  const token = await codeFor(email);
  await expect(resetPassword({ token, password: email })).rejects.toMatchObject(refused);
  const change = { currentPassword: PASSWORD, password: `${email.split('@')[0]}1!` };
  await expect(changePassword(session, change)).rejects.toMatchObject(refused);
  await resetPassword({ token, password: NEW_PASSWORD });
});

test('a new password by a link is told by mail, in the language of the account', async () => {
  const { id, email } = await makePerson();
  await db.user.update({ where: { id }, data: { language: 'es' }, select: { id: true } });
  const token = await codeFor(email);
  await expect(resetPassword({ token: 'x'.repeat(43), password: NEW_PASSWORD })).rejects.toThrow();
  expect(await to(email)).toHaveLength(1);
  await resetPassword({ token, password: NEW_PASSWORD });
  const { subject, text } = await latest(email);
  expect(subject).toBe('Se ha elegido una contraseña nueva para tu cuenta');
  expect(text).toContain('Hola, Robin Doe:');
  expect(text).not.toContain(NEW_PASSWORD);
});
