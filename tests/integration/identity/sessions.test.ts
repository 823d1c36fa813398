import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { db } from '@/lib/database/client';
import { chooseWorkspace } from '@/lib/identity/sessions/choose-workspace';
import { findSession } from '@/lib/identity/sessions/find-session';
import { endSession, listSessions, startSession } from '@/lib/identity/sessions/sessions';
import { makeMember, makeUser, makeWorkspace } from '@/tests/support/workspace';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const BEGIN = Date.UTC(2026, 0, 1);
const after = (ms: number) => new Date(BEGIN + ms);

async function signIn(userId: string, now?: Date) {
  const sessionId = await startSession(userId, undefined, now && { now });
  const session = await findSession(sessionId, now);
  if (!session) throw new Error('The session did not start.');
  return { sessionId, session };
}

test('a session is found by its id and names the person and the workspace', async () => {
  const workspace = await makeWorkspace();
  const { session } = await signIn(workspace.owner.userId);
  expect(session.user.id).toBe(workspace.owner.userId);
  expect(session.workspace).toMatchObject({ id: workspace.id, role: 'ADMIN', isOwner: true });
});

test('only the SHA-256 of a session id is stored, and the id has 256 random bits', async () => {
  const userId = await makeUser();
  const [sessionId, another] = [await startSession(userId), await startSession(userId)];
  expect(another).not.toBe(sessionId);
  expect(sessionId).toMatch(/^[\w-]{43}$/);
  const rows = await db.session.findMany({ where: { userId } });
  const hashes = rows.map(({ idHash }) => Buffer.from(idHash).toString('hex'));
  expect(hashes).toContain(createHash('sha256').update(sessionId).digest('hex'));
  expect(JSON.stringify(rows)).not.toContain(sessionId);
});

test('a session that was ended opens nothing, and another of the same person goes on', async () => {
  const userId = await makeUser();
  const [ended, kept] = [await signIn(userId), await signIn(userId)];
  await endSession(ended.session);
  expect(await findSession(ended.sessionId)).toBeNull();
  expect(await findSession(kept.sessionId)).not.toBeNull();
});

test.each(['', 'nonsense', 'undefined'])('%j is no session', async (sessionId) => {
  expect(await findSession(sessionId)).toBeNull();
});

test('a session ends after 7 days without a request', async () => {
  const { sessionId } = await signIn(await makeUser(), after(0));
  expect(await findSession(sessionId, after(7 * DAY_MS - 1))).not.toBeNull();
  expect(await findSession(sessionId, after(14 * DAY_MS - MINUTE_MS))).not.toBeNull();
  expect(await findSession(sessionId, after(21 * DAY_MS))).toBeNull();
});

test('a session ends 30 days after it began, however much it is used', async () => {
  const { sessionId } = await signIn(await makeUser(), after(0));
  for (let day = 1; day < 30; day++) {
    expect(await findSession(sessionId, after(day * DAY_MS)), `day ${day}`).not.toBeNull();
  }
  expect(await findSession(sessionId, after(30 * DAY_MS - 1))).not.toBeNull();
  expect(await findSession(sessionId, after(30 * DAY_MS))).toBeNull();
});

test('a session chooses between the workspaces of its person', async () => {
  const [own, other] = [await makeWorkspace(), await makeWorkspace()];
  const { userId } = own.owner;
  await db.membership.create({ data: { workspaceId: other.id, userId, role: 'USER' } });
  const { sessionId, session } = await signIn(userId);
  expect(session.workspace).toMatchObject({ id: own.id, isOwner: true });

  await chooseWorkspace(session, other.id);
  const chosen = await findSession(sessionId);
  expect(chosen?.workspace).toMatchObject({ id: other.id, role: 'USER', isOwner: false });
});

test('a session cannot choose a workspace of others', async () => {
  const [own, foreign] = [await makeWorkspace(), await makeWorkspace()];
  const { sessionId, session } = await signIn(own.owner.userId);
  await chooseWorkspace(session, foreign.id);
  await chooseWorkspace(session, 'nonsense');
  expect((await findSession(sessionId))?.workspace?.id).toBe(own.id);
});

test('a session that names a workspace of others lands in its own', async () => {
  const [own, foreign] = [await makeWorkspace(), await makeWorkspace()];
  const { sessionId, session } = await signIn(own.owner.userId);
  await db.session.update({ where: { id: session.id }, data: { workspaceId: foreign.id } });
  expect((await findSession(sessionId))?.workspace?.id).toBe(own.id);
});

test('a change of owner takes effect on the next request', async () => {
  const workspace = await makeWorkspace();
  const admin = await makeMember(workspace, 'ADMIN');
  const before = await signIn(workspace.owner.userId);
  const next = await signIn(admin.userId);
  await db.workspace.update({ where: { id: workspace.id }, data: { ownerId: admin.userId } });
  expect((await findSession(before.sessionId))?.workspace?.isOwner).toBe(false);
  expect((await findSession(next.sessionId))?.workspace?.isOwner).toBe(true);
});

test('someone who left a workspace, or whose workspace was deleted, is in none', async () => {
  const workspace = await makeWorkspace();
  const user = await makeMember(workspace, 'USER');
  const [left, deleted] = [await signIn(user.userId), await signIn(workspace.owner.userId)];
  await db.membership.deleteMany({ where: { userId: user.userId } });
  expect((await findSession(left.sessionId))?.workspace).toBeNull();
  await db.workspace.delete({ where: { id: workspace.id } });
  expect((await findSession(deleted.sessionId))?.workspace).toBeNull();
});

test('a person sees their live sessions, this one first, and none of anybody else', async () => {
  const userId = await makeUser();
  const old = await startSession(
    userId,
    { address: '192.0.2.7', userAgent: 'Old' },
    { now: after(0) },
  );
  const { session } = await signIn(userId);
  await signIn(await makeUser());
  await startSession(userId, { address: '192.0.2.8', userAgent: 'Phone' });
  expect(await findSession(old)).toBeNull();

  const listed = await listSessions(session);
  expect(listed.map(({ isCurrent, userAgent }) => [isCurrent, userAgent])).toEqual([
    [true, ''],
    [false, 'Phone'],
  ]);
});

test('an account has fifty sessions at most: those unused for longest end', async () => {
  const userId = await makeUser();
  const kept = await signIn(userId, after(0));
  const unused = await startSession(userId, undefined, { now: after(1) });
  for (let times = 0; times < 48; times++) await startSession(userId, undefined, { now: after(2) });
  await findSession(kept.sessionId, after(DAY_MS));
  const latest = await startSession(userId, undefined, { now: after(DAY_MS) });
  expect(await db.session.count({ where: { userId } })).toBe(50);
  expect(await findSession(unused, after(DAY_MS))).toBeNull();
  expect(await findSession(kept.sessionId, after(DAY_MS))).not.toBeNull();
  expect(await findSession(latest, after(DAY_MS))).not.toBeNull();
});
