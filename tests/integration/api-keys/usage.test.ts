import { afterEach, expect, test, vi } from 'vitest';
import { countUse, flushUsage } from '@/lib/api-keys/usage';
import { db } from '@/lib/database/client';
import { makeApiKey, makeWorkspace } from '../../support/workspace';

const NOON = Date.UTC(2026, 4, 1, 12, 30);
const HOUR_MS = 3_600_000;

afterEach(() => void vi.useRealTimers());

function use(apiKeyId: string, at: number, { times = 1, rateLimited = false } = {}) {
  vi.useFakeTimers({ toFake: ['Date'], now: at });
  for (let time = 0; time < times; time++) countUse(apiKeyId, { rateLimited });
  vi.useRealTimers();
}

const makeKey = async () => (await makeApiKey(await makeWorkspace())).apiKey.id;

/** By hour of the day; written by this flush or by the one that runs every few seconds. */
async function usageOf(apiKeyId: string) {
  await flushUsage();
  const rows = await db.apiKeyUsage.findMany({ where: { apiKeyId }, orderBy: { hour: 'asc' } });
  return rows.map(({ hour, requests, rateLimited }) => [hour.getUTCHours(), requests, rateLimited]);
}

const lastUsedAtOf = async (id: string) =>
  (await db.apiKey.findUniqueOrThrow({ where: { id }, select: { lastUsedAt: true } })).lastUsedAt;

test('counts add up over several flushes and hours', async () => {
  const [one, two] = [await makeKey(), await makeKey()];
  use(one, NOON, { times: 3 });
  use(two, NOON, { times: 1 });
  await flushUsage();
  use(one, NOON, { times: 4 });
  use(one, NOON, { times: 2, rateLimited: true });
  use(one, NOON + HOUR_MS, { times: 5 });
  await expect
    .poll(() => usageOf(one))
    .toEqual([
      [12, 9, 2],
      [13, 5, 0],
    ]);
  expect(await usageOf(two)).toEqual([[12, 1, 0]]);
});

test('the last use is the latest one and never goes backwards', async () => {
  const id = await makeKey();
  expect(await lastUsedAtOf(id)).toBeNull();
  use(id, NOON + HOUR_MS);
  use(id, NOON);
  await expect.poll(() => usageOf(id)).toHaveLength(2);
  expect(await lastUsedAtOf(id)).toEqual(new Date(NOON + HOUR_MS));
  use(id, NOON + 1);
  await expect
    .poll(() => usageOf(id))
    .toEqual([
      [12, 2, 0],
      [13, 1, 0],
    ]);
  expect(await lastUsedAtOf(id)).toEqual(new Date(NOON + HOUR_MS));
});

test('a key that was deleted meanwhile does not stop the others', async () => {
  const [gone, kept] = [await makeKey(), await makeKey()];
  use(gone, NOON);
  use(kept, NOON);
  await db.apiKey.delete({ where: { id: gone } });
  await expect.poll(() => usageOf(kept)).toEqual([[12, 1, 0]]);
  expect(await usageOf(gone)).toEqual([]);
});

test('counts that could not be written are kept for the next time', async () => {
  const id = await makeKey();
  await db.$executeRaw`alter table "ApiKeyUsage" rename to "ApiKeyUsageAway"`;
  use(id, NOON, { times: 2 });
  await flushUsage();
  use(id, NOON, { times: 1 });
  await flushUsage();
  await db.$executeRaw`alter table "ApiKeyUsageAway" rename to "ApiKeyUsage"`;
  await expect.poll(() => usageOf(id)).toEqual([[12, 3, 0]]);
});

test('counts made while a flush is running are not lost', async () => {
  const id = await makeKey();
  use(id, NOON);
  const flushing = flushUsage();
  use(id, NOON);
  await flushing;
  await expect.poll(() => usageOf(id)).toEqual([[12, 2, 0]]);
});

test('a flush that begins during another one waits for it, and nothing is counted twice', async () => {
  const id = await makeKey();
  let release = () => {};
  const released = new Promise<void>((done) => (release = done));
  let isHeld = () => {};
  const held = new Promise<void>((done) => (isHeld = done));
  const holding = db.$transaction(async (tx) => {
    await tx.$queryRaw`select "id" from "ApiKey" where "id" = ${id}::uuid for update`;
    isHeld();
    await released;
  });
  await held;

  use(id, NOON, { times: 3 });
  const interval = flushUsage();
  let isDone = false;
  const shutdown = flushUsage().then(() => (isDone = true));
  await new Promise((done) => setTimeout(done, 200));
  expect(isDone).toBe(false);
  use(id, NOON, { times: 2 });
  release();
  await shutdown;
  await Promise.all([interval, holding]);
  const rows = await db.apiKeyUsage.findMany({ where: { apiKeyId: id } });
  expect(rows.map(({ requests }) => requests)).toEqual([5]);
});
