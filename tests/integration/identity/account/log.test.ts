import { afterEach, expect, test, vi } from 'vitest';
import { inTransaction } from '@/lib/database/transaction';
import { changePassword } from '@/lib/identity/account/change-password';
import { createAccount } from '@/lib/identity/account/create-account';
import { requestPasswordReset } from '@/lib/identity/account/reset-password';
import { endSessions } from '@/lib/identity/sessions/end-sessions';
import { endSession } from '@/lib/identity/sessions/sessions';
import { log } from '@/lib/process/log';
import { makePerson, newAddress, newEmail, PASSWORD, signIn } from '@/tests/support/person';

const lines: unknown[][] = [];
for (const level of ['info', 'warn'] as const) {
  vi.spyOn(log, level).mockImplementation((...line: unknown[]) => lines.push(line));
}
afterEach(() => {
  lines.length = 0;
});

test('wrong passwords of someone signed in leave a line, also when they are too many', async () => {
  const { id, email } = await makePerson();
  const { session } = await signIn(id);
  lines.length = 0;
  const wrong = { currentPassword: 'wrong', password: 'six other words and a heron' };
  for (let times = 0; times < 11; times++) await changePassword(session, wrong).catch(() => {});
  expect(lines).toEqual([
    ...Array(10).fill([{ userId: id }, 'password refused']),
    [{ userId: id }, 'password throttled'],
  ]);
  expect(JSON.stringify(lines)).not.toContain(email);
});

test('signing out, here and elsewhere, leaves a line', async () => {
  const { id } = await makePerson();
  const [here] = [await signIn(id), await signIn(id)];
  await endSessions(here.session, { session: 'others', password: PASSWORD });
  await endSession(here.session);
  expect(lines).toEqual([
    [{ userId: id, targetId: id }, 'session.started'],
    [{ userId: id, targetId: id }, 'session.started'],
    [{ userId: id, targetId: id }, 'sessions.ended'],
    [{ userId: id, targetId: id }, 'session.ended'],
  ]);
});

test('a request for a reset leaves a line without an address of mail, with an account or not', async () => {
  const [{ id, email }, unknown] = [await makePerson(), newEmail()];
  const clientAddress = newAddress();
  await requestPasswordReset({ email, language: 'en' }, clientAddress);
  await requestPasswordReset({ email: unknown, language: 'en' }, clientAddress);
  expect(lines).toEqual([
    [{ userId: id, clientAddress }, 'password reset requested'],
    [{ userId: undefined, clientAddress }, 'password reset requested'],
  ]);
  expect(JSON.stringify(lines)).not.toContain('@');
});

test('an account that is rolled back was never created, for the log either', async () => {
  const account = { email: newEmail(), name: 'Robin Doe', language: 'en' } as const;
  const failing = inTransaction(async (tx) => {
    await createAccount(tx, account);
    throw new Error('as if the power had gone');
  });
  await expect(failing).rejects.toThrow('power');
  expect(lines).toEqual([]);
  await inTransaction((tx) => createAccount(tx, account));
  const userId = expect.any(String);
  expect(lines).toEqual([[{ userId, targetId: userId }, 'account.created']]);
});
