import { afterEach, expect, test, vi } from 'vitest';
import { flushUsage } from '@/lib/api-keys/usage/flush-usage';
import { pruneUsage } from '@/lib/api-keys/usage/prune-usage';
import { db } from '@/lib/database/client';
import { use } from '@/tests/support/usage';
import { makeApiKey, makeWorkspace } from '@/tests/support/workspace';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

afterEach(() => void vi.useRealTimers());

async function stored(apiKeyId: string) {
  const where = { apiKeyId };
  const recent = await db.apiKeyRecentRequests.findUnique({ where });
  return {
    hours: await db.apiKeyUsage.count({ where }),
    clients: await db.apiKeyClient.count({ where }),
    recent: recent?.lines.length,
  };
}

test('what is older than thirty days is removed, and nothing else', async () => {
  const { apiKey } = await makeApiKey(await makeWorkspace());
  const at = Date.now();
  const before = at - 30 * DAY_MS;
  use(apiKey.id, { at: before - 2 * HOUR_MS, address: '203.0.113.1', times: 3 });
  use(apiKey.id, { at: before + 2 * HOUR_MS, address: '203.0.113.2' });
  use(apiKey.id, { address: '203.0.113.3' });
  await flushUsage();
  expect(await stored(apiKey.id)).toEqual({ hours: 3, clients: 3, recent: 5 });
  await pruneUsage(at);
  expect(await stored(apiKey.id)).toEqual({ hours: 2, clients: 2, recent: 2 });

  await pruneUsage(at + 31 * DAY_MS);
  expect(await stored(apiKey.id)).toEqual({ hours: 0, clients: 0, recent: 0 });
  // A key that is used again after that has its last requests, as any other.
  use(apiKey.id);
  await flushUsage();
  expect(await stored(apiKey.id)).toEqual({ hours: 1, clients: 1, recent: 1 });
  await pruneUsage(at + 31 * DAY_MS);
  expect(await stored(apiKey.id)).toEqual({ hours: 0, clients: 0, recent: 0 });
});

test('it stops where much is left, and says so', async () => {
  const { apiKey } = await makeApiKey(await makeWorkspace());
  const makeOld = (rows: number) => db.$executeRaw`
    insert into "ApiKeyUsage" ("apiKeyId", "hour", "endpoint",
      "succeeded", "failed", "rateLimited", "errored", "refused")
    select ${apiKey.id}::uuid, 'epoch', 'GET /' || row, 1, 0, 0, 0, 0
    from generate_series(1, ${rows}::int) as row`;
  await makeOld(21_500);
  const left = () => db.apiKeyUsage.count({ where: { apiKeyId: apiKey.id } });
  expect(await pruneUsage()).toBe(false);
  expect(await left()).toBe(1_500);
  expect(await pruneUsage()).toBe(true);
  expect(await left()).toBe(0);
});

test('rows that somebody is at are left for the next time', {
  skip: !process.env.DATABASE_URL,
}, async () => {
  const { apiKey } = await makeApiKey(await makeWorkspace());
  use(apiKey.id, { at: Date.now() - 40 * DAY_MS });
  await flushUsage();
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from "ApiKeyUsage" where "apiKeyId" = ${apiKey.id}::uuid for update`;
    await pruneUsage();
    expect(await stored(apiKey.id)).toEqual({ hours: 1, clients: 0, recent: 0 });
  });
  await pruneUsage();
  expect((await stored(apiKey.id)).hours).toBe(0);
});
