import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { flushUsage } from '@/lib/api-keys/usage/flush-usage';
import { db } from '@/lib/database/client';
import { use } from '@/tests/support/usage';
import { makeApiKey, makeWorkspace } from '@/tests/support/workspace';

const HOUR_MS = 3_600_000;
/** Of the last full hour, so that tests which add an hour stay in the past. */
const PAST = Date.now() - (Date.now() % HOUR_MS) - 1.5 * HOUR_MS;
const HOUR = PAST - (PAST % HOUR_MS);

const makeKey = async () => (await makeApiKey(await makeWorkspace())).apiKey.id;

/** In hours after the first; written by this flush or by the one that runs every few seconds. */
async function usageOf(apiKeyId: string) {
  await flushUsage();
  const rows = await db.apiKeyUsage.findMany({ where: { apiKeyId }, orderBy: { hour: 'asc' } });
  return rows.map(({ hour, succeeded, rateLimited }) => [
    (hour.getTime() - HOUR) / HOUR_MS,
    succeeded,
    rateLimited,
  ]);
}

const timesOf = (id: string) =>
  db.apiKey.findUniqueOrThrow({
    where: { id },
    select: { lastUsedAt: true, lastRefusedAt: true },
  });

test('counts add up over several flushes and hours', async () => {
  const [one, two] = [await makeKey(), await makeKey()];
  use(one, { at: PAST, times: 3 });
  use(two, { at: PAST });
  await flushUsage();
  use(one, { at: PAST, times: 4 });
  use(one, { at: PAST, times: 2, status: 429 });
  use(one, { at: PAST + HOUR_MS, times: 5 });
  expect(await usageOf(one)).toEqual([
    [0, 7, 2],
    [1, 5, 0],
  ]);
  expect(await usageOf(two)).toEqual([[0, 1, 0]]);
});

test('the last use is the latest request that the key opened the API for, and never goes backwards', async () => {
  const id = await makeKey();
  expect(await timesOf(id)).toEqual({ lastUsedAt: null, lastRefusedAt: null });
  use(id, { at: PAST + 1, status: 429 });
  await flushUsage();
  expect(await timesOf(id)).toEqual({ lastUsedAt: null, lastRefusedAt: null });

  use(id, { at: PAST + 20, status: 404 });
  use(id, { at: PAST + 10 });
  use(id, { at: PAST + 40, isRefused: true, status: 401 });
  use(id, { at: PAST + 30, isRefused: true, status: 429 });
  await flushUsage();
  const latest = { lastUsedAt: new Date(PAST + 20), lastRefusedAt: new Date(PAST + 40) };
  expect(await timesOf(id)).toEqual(latest);
  use(id, { at: PAST + 15 });
  use(id, { at: PAST + 15, isRefused: true });
  await flushUsage();
  expect(await timesOf(id)).toEqual(latest);
});

test('a key that was deleted meanwhile does not stop the others', async () => {
  const [gone, kept] = [await makeKey(), await makeKey()];
  use(gone, { at: PAST });
  use(kept, { at: PAST });
  await db.apiKey.delete({ where: { id: gone } });
  expect(await usageOf(kept)).toEqual([[0, 1, 0]]);
  expect(await usageOf(gone)).toEqual([]);
});

test.each(['ApiKeyUsage', 'ApiKeyClient', 'ApiKeyAddressHour', 'ApiKeyRecentRequests'])(
  'while %s cannot be written, counts are kept, and written once',
  async (table) => {
    const id = await makeKey();
    await db.$executeRawUnsafe(`alter table "${table}" rename to "Away"`);
    use(id, { at: PAST, times: 2 });
    await flushUsage();
    use(id, { at: PAST });
    await flushUsage();
    await db.$executeRawUnsafe(`alter table "Away" rename to "${table}"`);
    expect(await usageOf(id)).toEqual([[0, 3, 0]]);
    expect(await usageOf(id)).toEqual([[0, 3, 0]]);
    const clients = await db.apiKeyClient.findMany({ where: { apiKeyId: id } });
    expect(clients.map(({ requests }) => requests)).toEqual([3n]);
    const recent = await db.apiKeyRecentRequests.findUnique({ where: { apiKeyId: id } });
    expect(recent?.lines).toHaveLength(3);
  },
);

test('counts made while a flush is running are not lost', async () => {
  const id = await makeKey();
  use(id, { at: PAST });
  const flushing = flushUsage();
  use(id, { at: PAST });
  await flushing;
  expect(await usageOf(id)).toEqual([[0, 2, 0]]);
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

  use(id, { at: PAST, times: 3 });
  const interval = flushUsage();
  let isDone = false;
  const shutdown = flushUsage().then(() => (isDone = true));
  // A flush that did not wait would be done by then. The embedded database waits for the transaction.
  for (let trip = 0; trip < 20; trip++) {
    await (process.env.DATABASE_URL ? db.$queryRaw`select 1` : nextTurn());
  }
  expect(isDone).toBe(false);
  use(id, { at: PAST, times: 2 });
  release();
  await shutdown;
  await Promise.all([interval, holding]);
  const rows = await db.apiKeyUsage.findMany({ where: { apiKeyId: id } });
  expect(rows.map(({ succeeded }) => succeeded)).toEqual([5]);
});
