import * as argon2 from '@node-rs/argon2';
import { afterAll, expect, test, vi } from 'vitest';
import { db } from '@/lib/database/client';
import { changePassword } from '@/lib/identity/account/change-password';
import { requestPasswordReset, resetPassword } from '@/lib/identity/account/reset-password';
import { findSession } from '@/lib/identity/sessions/find-session';
import { signInWithPassword } from '@/lib/identity/sign-in/with-password';
import { theMailbox } from '@/tests/support/mailbox';
import { checkPassword, makePerson, newAddress, PASSWORD, signIn } from '@/tests/support/person';

// The real thing, with something that happens between its answer and what follows from it.
vi.mock('@node-rs/argon2', { spy: true });
afterAll(() => vi.doUnmock('@node-rs/argon2'));

const { latest } = theMailbox();
const NEW_PASSWORD = 'five other words and a crane';

/** Someone who has asked for a link, and who follows it. */
async function someoneResetting() {
  const { id, email } = await makePerson();
  await requestPasswordReset({ email, language: 'en' }, newAddress());
  const { token } = await latest(email);
  return { id, email, reset: () => resetPassword({ token, password: NEW_PASSWORD }) };
}

/** Has something happen once the next password was compared. */
async function onceVerified(act: () => Promise<unknown>): Promise<void> {
  const { verify } = await vi.importActual<typeof argon2>('@node-rs/argon2');
  vi.mocked(argon2.verify).mockImplementationOnce(async (...given) => {
    const matches = await verify(...given);
    await act();
    return matches;
  });
}

test('a sign-in with the old password that a reset overtakes begins no session', async () => {
  const { id, email, reset } = await someoneResetting();
  await onceVerified(reset);
  expect(await checkPassword({ email, password: PASSWORD })).toBeNull();
  expect(await db.session.count({ where: { userId: id } })).toBe(0);
});

test('of sign-ins all around a reset, none with the old password stays', async () => {
  const { email, reset } = await someoneResetting();
  const begun: string[] = [];
  let over = false;
  const attacker = async () => {
    while (!over) {
      const credentials = { email, password: PASSWORD };
      const origin = { address: newAddress(), userAgent: '' };
      const signedIn = await signInWithPassword(credentials, origin).catch(() => null);
      if (signedIn) begun.push(signedIn.sessionId);
    }
  };
  const attackers = Array.from({ length: 4 }, attacker);
  await vi.waitUntil(() => begun.length > 0);
  await reset();
  over = true;
  await Promise.all(attackers);
  for (const sessionId of begun) expect(await findSession(sessionId)).toBeNull();
});

test('a change of password that a reset overtakes changes nothing', async () => {
  const { id, email, reset } = await someoneResetting();
  const { session } = await signIn(id);
  await onceVerified(reset);
  await expect(
    changePassword(session, { currentPassword: PASSWORD, password: 'six words of somebody else' }),
  ).rejects.toMatchObject({
    details: { errors: [{ pointer: '#/currentPassword', code: 'password_wrong' }] },
  });
  expect(await checkPassword({ email, password: NEW_PASSWORD })).toEqual({ id });
  expect(await db.session.count({ where: { id: session.id } })).toBe(0);
});
