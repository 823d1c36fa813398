import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { totalOf } from '@/lib/api-keys/usage/counts';
import { db } from '@/lib/database/client';
import { databaseTime, learnDatabaseTime } from '@/lib/database/clock';
import { databaseNow } from '@/lib/database/now';
import { signIn } from '@/tests/support/person';
import { usageOf, use } from '@/tests/support/usage';
import { makeApiKey, makeWorkspace } from '@/tests/support/workspace';

const HOUR_MS = 3_600_000;

/** This process is an instance whose clock is an hour ahead of the database's. */
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + HOUR_MS });
  await learnDatabaseTime();
});

afterEach(async () => {
  vi.useRealTimers();
  await learnDatabaseTime();
});

test('an instance whose clock is ahead tells the time of the database', async () => {
  const before = await databaseNow();
  const told = databaseTime();
  const after = await databaseNow();
  expect(told).toBeGreaterThan(before.getTime() - HOUR_MS / 2);
  expect(told).toBeLessThan(after.getTime() + HOUR_MS / 2);
});

test('it counts a request in the hour in which it is read', async () => {
  const workspace = await makeWorkspace();
  const { apiKey } = await makeApiKey(workspace);
  use(apiKey.id);
  const { buckets, clients, to } = await usageOf(workspace.owner, apiKey.id, 'day');
  expect(buckets.reduce((sum, one) => sum + totalOf(one), 0)).toBe(1);
  expect(clients[0]?.lastSeenAt.getTime()).toBeLessThan(to.getTime() + HOUR_MS / 2);
});

test('a session that it begins is not older or younger for others', async () => {
  const workspace = await makeWorkspace();
  const { userId } = workspace.owner;
  await signIn(userId);
  const [session] = await db.session.findMany({ where: { userId }, select: { createdAt: true } });
  expect(session?.createdAt.getTime()).toBeLessThan((await databaseNow()).getTime() + HOUR_MS / 2);
});
