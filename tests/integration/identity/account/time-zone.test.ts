import { expect, test } from 'vitest';
import { db } from '@/lib/database/client';
import { changePassword } from '@/lib/identity/account/change-password';
import { updateProfile } from '@/lib/identity/account/update-profile';
import { findSession } from '@/lib/identity/sessions/find-session';
import { rememberZone } from '@/lib/identity/sessions/remember-zone';
import { theMailbox } from '@/tests/support/mailbox';
import { makePerson, PASSWORD, signIn } from '@/tests/support/person';

const zonesOf = (id: string) =>
  db.user.findUniqueOrThrow({ where: { id }, select: { timeZone: true, browserZone: true } });

test('a person has the time zone of their browser until they choose one, and can go back', async () => {
  const { id } = await makePerson();
  const { session, sessionId } = await signIn(id);
  expect(session.user).toMatchObject({ timeZone: null, browserZone: null });
  await rememberZone(session, null);
  await rememberZone(session, 'Asia/Calcutta');
  await updateProfile(session, { timeZone: 'Australia/Lord_Howe' });
  const found = await findSession(sessionId);
  const both = { timeZone: 'Australia/Lord_Howe', browserZone: 'Asia/Calcutta' };
  expect(found?.user).toMatchObject(both);
  await updateProfile(session, { name: 'Robin Doe' });
  expect(await zonesOf(id)).toEqual(both);
  await updateProfile(session, { timeZone: '' });
  expect(await zonesOf(id)).toEqual({ timeZone: null, browserZone: 'Asia/Calcutta' });
});

test('the zone of a browser is written when it has changed, for its person alone', async () => {
  const [one, other] = [await makePerson(), await makePerson()];
  const { session, sessionId } = await signIn(one.id);
  await rememberZone(session, 'Europe/Madrid');
  const again = await findSession(sessionId);
  await db.user.update({ where: { id: one.id }, data: { browserZone: 'America/Lima' } });
  if (again) await rememberZone(again, 'Europe/Madrid');
  expect(await zonesOf(one.id)).toMatchObject({ browserZone: 'America/Lima' });
  expect(await zonesOf(other.id)).toMatchObject({ browserZone: null });
});

test.each<unknown>(['Asia/Atlantis', 'Asia/Calcutta', '+02:00', 7, null, ['UTC']])(
  'the time zone %j is refused, and the one that was chosen stays',
  async (timeZone) => {
    const { id } = await makePerson();
    const { session } = await signIn(id);
    await updateProfile(session, { timeZone: 'UTC' });
    const refused = updateProfile(session, { timeZone });
    await expect(refused).rejects.toMatchObject({ code: 'validation_failed' });
    expect(await zonesOf(id)).toMatchObject({ timeZone: 'UTC' });
  },
);

test.each([
  [
    'chosen',
    { timeZone: 'Asia/Kolkata', browserZone: 'Europe/Madrid' },
    / GMT\+5:30 \(.*\d\d:\d\d UTC\)\.$/,
  ],
  ['of the browser', { browserZone: 'Asia/Kathmandu' }, / GMT\+5:45 \(.*\d\d:\d\d UTC\)\.$/],
  ['unknown', {}, /, \d\d:\d\d UTC\.$/],
  [
    'gone from the tz database',
    { timeZone: 'Mars/Olympus', browserZone: 'Moon' },
    /, \d\d:\d\d UTC\.$/,
  ],
])('a mail says when it happened in the time zone that is %s', async (_, data, ends) => {
  const { id, email } = await makePerson();
  const { session } = await signIn(id);
  await db.user.update({ where: { id }, data });
  await changePassword(session, { currentPassword: PASSWORD, password: 'five words and a crane' });
  const { text } = await theMailbox().latest(email);
  const line = text.split('\n').find((one) => one.startsWith('When: ')) ?? '';
  expect(line).toMatch(ends);
  expect(line.replace(/^When: /, '')).toMatch(/^\w{3} \d+, \d{4}, \d\d:\d\d /);
});
