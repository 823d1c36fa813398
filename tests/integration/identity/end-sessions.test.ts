import { expect, test } from 'vitest';
import { db } from '@/lib/database/client';
import { endSessions, endSessionsOf } from '@/lib/identity/sessions/end-sessions';
import { findSession } from '@/lib/identity/sessions/find-session';
import { keepDevice } from '@/lib/identity/sessions/known-devices';
import { makePerson, newEmail, PASSWORD, signIn } from '@/tests/support/person';

const lives = async (sessionId: string) => (await findSession(sessionId)) !== null;

async function someoneSignedIn() {
  const { id, email } = await makePerson();
  const [here, phone, tablet] = [await signIn(id), await signIn(id), await signIn(id)];
  return { id, email, here, phone, tablet };
}

test('one session is ended by itself', async () => {
  const { here, phone, tablet } = await someoneSignedIn();
  await endSessions(here.session, { session: phone.session.id, password: PASSWORD });
  expect(await lives(phone.sessionId)).toBe(false);
  expect(await lives(tablet.sessionId)).toBe(true);
  expect(await lives(here.sessionId)).toBe(true);
});

test('all others are ended at once, and none of anybody else', async () => {
  const { here, phone, tablet } = await someoneSignedIn();
  const stranger = await someoneSignedIn();
  await endSessions(here.session, { session: 'others', password: PASSWORD });
  const others = [phone.sessionId, tablet.sessionId];
  expect(await Promise.all(others.map(lives))).toEqual([false, false]);
  expect(await lives(here.sessionId)).toBe(true);
  expect(await lives(stranger.phone.sessionId)).toBe(true);
});

test('without the password nothing is ended', async () => {
  const { here, phone } = await someoneSignedIn();
  for (const session of ['others', phone.session.id]) {
    await expect(endSessions(here.session, { session, password: 'wrong' })).rejects.toMatchObject({
      details: { errors: [{ pointer: '#/password', code: 'password_wrong' }] },
    });
  }
  expect(await lives(phone.sessionId)).toBe(true);
});

test("nobody ends somebody else's session, or what is none", async () => {
  const [{ here }, { phone }] = [await someoneSignedIn(), await someoneSignedIn()];
  await endSessions(here.session, { session: phone.session.id, password: PASSWORD });
  expect(await lives(phone.sessionId)).toBe(true);
  for (const session of ['all', { not: '' }, undefined]) {
    await expect(endSessions(here.session, { session, password: PASSWORD })).rejects.toMatchObject({
      code: 'validation_failed',
    });
  }
});

test('an operator ends all sessions of an account, and its devices are strangers again', async () => {
  const { id, email, here } = await someoneSignedIn();
  await keepDevice(id, 'a device');
  expect(await endSessionsOf(` ${email.toUpperCase()}`)).toBe(3);
  expect(await lives(here.sessionId)).toBe(false);
  expect(await db.knownDevice.count({ where: { userId: id } })).toBe(0);
  expect(await endSessionsOf(email)).toBe(0);
  expect(await endSessionsOf(newEmail())).toBeNull();
});
