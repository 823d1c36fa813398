import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { db } from '@/lib/database/client';
import { inTransaction } from '@/lib/database/transaction';
import { changePassword } from '@/lib/identity/account/change-password';
import { createAccount } from '@/lib/identity/account/create-account';
import { requestPasswordReset, resetPassword } from '@/lib/identity/account/reset-password';
import { removeProvider } from '@/lib/identity/providers/remove-provider';
import { endSessions, endSessionsOf } from '@/lib/identity/sessions/end-sessions';
import { endSession, endSessionById, startSession } from '@/lib/identity/sessions/sessions';
import { theMailbox } from '@/tests/support/mailbox';
import {
  checkPassword,
  makePerson,
  newAddress,
  newEmail,
  PASSWORD,
  signIn,
} from '@/tests/support/person';

const NEW_PASSWORD = 'six other words and a heron';

const actsOf = (targetId: string) =>
  db.auditEvent.findMany({
    where: { targetId },
    orderBy: { id: 'asc' },
    select: { workspaceId: true, userId: true, apiKeyId: true, action: true, details: true },
  });

const change = { currentPassword: PASSWORD, password: NEW_PASSWORD };

/** Makes any record of an account fail. */
const forbid = (userId: string) =>
  db.$executeRawUnsafe(
    `alter table "AuditEvent" add constraint "no_${userId}" check ("targetId" <> '${userId}') not valid`,
  );

test('what is done to an account is recorded once, in no workspace, and without a secret', async () => {
  const { id, email } = await makePerson();
  const provider = 'github';
  await db.providerLink.create({ data: { provider, providerAccountId: randomUUID(), userId: id } });
  const { session } = await signIn(id);
  await signIn(id);
  await endSessions(session, { session: 'others', password: PASSWORD });
  await removeProvider(session, { provider, password: PASSWORD });
  await removeProvider(session, { provider, password: PASSWORD });
  await changePassword(session, change);
  await endSession(session);
  await endSession(session);
  await requestPasswordReset({ email, language: 'en' }, newAddress());
  const { token } = await theMailbox().latest(email);
  await resetPassword({ token, password: PASSWORD });
  const replaced = await startSession(id);
  await startSession(id);
  await endSessionById(replaced);
  await endSessionById(replaced);
  await endSessionsOf(email);

  const by = (userId: string | null, action: string, details = {}) => ({
    workspaceId: null,
    userId,
    apiKeyId: null,
    action,
    details,
  });
  const acts = await actsOf(id);
  expect(acts).toEqual([
    by(id, 'session.started'),
    by(id, 'session.started'),
    by(id, 'sessions.ended', { count: 1 }),
    by(id, 'provider.removed', { provider }),
    by(id, 'password.changed'),
    by(id, 'session.ended'),
    by(id, 'password.reset'),
    by(id, 'session.started'),
    by(id, 'session.started'),
    by(id, 'session.ended'),
    by(null, 'sessions.ended', { count: 1 }),
  ]);
  for (const secret of [PASSWORD, NEW_PASSWORD, token]) {
    expect(JSON.stringify(acts)).not.toContain(secret);
  }
});

test('an account whose making is rolled back has no record, and one that is made has one', async () => {
  const account = { email: newEmail(), name: 'Robin Doe', language: 'en' } as const;
  let id = '';
  const failing = inTransaction(async (tx) => {
    id = String(await createAccount(tx, account));
    throw new Error('as if the power had gone');
  });
  await expect(failing).rejects.toThrow('power');
  expect(await actsOf(id)).toEqual([]);
  id = String(await inTransaction((tx) => createAccount(tx, account)));
  expect(await actsOf(id)).toMatchObject([{ userId: id, action: 'account.created' }]);
});

test('nothing is done to an account that cannot be recorded', async () => {
  const { id, email } = await makePerson();
  const { session } = await signIn(id);
  const other = await signIn(id);
  const provider = 'google';
  await db.providerLink.create({ data: { provider, providerAccountId: randomUUID(), userId: id } });
  await forbid(id);

  await expect(changePassword(session, change)).rejects.toThrow();
  await expect(
    endSessions(session, { session: other.session.id, password: PASSWORD }),
  ).rejects.toThrow();
  await expect(endSession(session)).rejects.toThrow();
  await expect(endSessionsOf(email)).rejects.toThrow();
  await expect(removeProvider(session, { provider, password: PASSWORD })).rejects.toThrow();
  await expect(startSession(id)).rejects.toThrow();
  await expect(checkPassword({ email, password: PASSWORD })).rejects.toThrow();

  expect(await db.session.count({ where: { userId: id } })).toBe(2);
  expect(await db.providerLink.count({ where: { userId: id } })).toBe(1);
});
