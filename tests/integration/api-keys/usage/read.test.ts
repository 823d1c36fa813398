import { randomUUID } from 'node:crypto';
import { expect, expectTypeOf, test } from 'vitest';
import { revokeApiKey } from '@/lib/api-keys/change/revoke-api-key';
import { endedButTried } from '@/lib/api-keys/read/ended-but-tried';
import { getApiKey } from '@/lib/api-keys/read/get-api-key';
import { lastDay } from '@/lib/api-keys/read/last-day';
import type { readUsage } from '@/lib/api-keys/read/read-usage';
import { totalOf } from '@/lib/api-keys/usage/counts';
import { flushUsage } from '@/lib/api-keys/usage/flush-usage';
import { db } from '@/lib/database/client';
import { send } from '@/tests/support/api';
import { makeInvoice } from '@/tests/support/invoices';
import { usageOf, use } from '@/tests/support/usage';
import { makeApiKey, makeMember, makeWorkspace } from '@/tests/support/workspace';

const HOUR_MS = 3_600_000;
const NONE = { succeeded: 0, failed: 0, rateLimited: 0, errored: 0, refused: 0 };

/** Requests from one address, so that the limit of guessers of other tests is another. */
const from = (address: string) => ({ 'X-Forwarded-For': address, 'User-Agent': 'robot/1.2 (x)' });

test('what is read agrees with what was sent, request for request', async () => {
  const workspace = await makeWorkspace({ plan: { requestsPerMinute: 12 } });
  const { apiKey, secret: key } = await makeApiKey(workspace, { scopes: ['invoices:read'] });
  const id = await makeInvoice(workspace.id);
  const other = await makeInvoice((await makeWorkspace()).id);
  const headers = from('198.51.100.20');
  const sent: [string, string, string, number][] = [
    ['GET', '/api/me', '/api/me', 200],
    ['HEAD', '/api/me', '/api/me', 200],
    ['OPTIONS', '/api/me', '/api/me', 204],
    ['PUT', '/api/me', '/api/me', 405],
    ['GET', '/api/invoices', '/api/invoices', 200],
    ['GET', `/api/invoices/${id}`, '/api/invoices/{id}', 200],
    ['GET', `/api/invoices/${other}`, '/api/invoices/{id}', 404],
    ['GET', '/api/invoices?limit=0', '/api/invoices', 422],
    ['DELETE', `/api/invoices/${id}`, '/api/invoices/{id}', 403],
    ['GET', `/api/nothing/${randomUUID()}`, '/api/*', 404],
    ['GET', '/api/me', '/api/me', 200],
    ['GET', '/api/me', '/api/me', 200],
    ['GET', '/api/me', '/api/me', 429],
    ['GET', '/api/invoices', '/api/invoices', 429],
  ];
  const ids: string[] = [];
  for (const [method, path, , status] of sent) {
    const answer = await send(path, { key, method, headers });
    expect(answer.status, `${method} ${path}`).toBe(status);
    ids.unshift(answer.headers.get('X-Request-Id') ?? '');
  }
  // Neither needs a key, and so neither counts it.
  await send('/api/health', { key, headers });
  await send('/api/me', { headers });

  const read = await usageOf(workspace.owner, apiKey.id, 'day');
  const sum = { ...NONE, succeeded: 7, failed: 5, rateLimited: 2 };
  expect(read.buckets).toHaveLength(24);
  expect(read.buckets.at(-1)).toEqual({ at: read.buckets.at(-1)?.at, ...sum });
  expect(read.endpoints).toEqual([
    { endpoint: 'GET /api/me', ...NONE, succeeded: 3, rateLimited: 1 },
    { endpoint: 'GET /api/invoices', ...NONE, succeeded: 1, failed: 1, rateLimited: 1 },
    { endpoint: 'GET /api/invoices/{id}', ...NONE, succeeded: 1, failed: 1 },
    { endpoint: 'DELETE /api/invoices/{id}', ...NONE, failed: 1 },
    { endpoint: 'GET /api/*', ...NONE, failed: 1 },
    { endpoint: 'HEAD /api/me', ...NONE, succeeded: 1 },
    { endpoint: 'OPTIONS /api/me', ...NONE, succeeded: 1 },
    { endpoint: 'PUT /api/me', ...NONE, failed: 1 },
  ]);
  expect(read.clients).toMatchObject([
    { address: '198.51.100.20', agent: 'robot/1.2', requests: sent.length },
  ]);
  expect(read.others).toBe(0);
  expect(read.recent.map(({ requestId }) => requestId)).toEqual(ids);
  expect(read.recent.map(({ endpoint, status }) => [endpoint, status]).reverse()).toEqual(
    sent.map(([method, , route, status]) => [`${method} ${route}`, status]),
  );
  const day = (await lastDay(workspace.owner, [apiKey.id])).get(apiKey.id);
  expect(day).toMatchObject({ requests: sent.length, refused: 0 });
  expect(day?.hours.at(-1)).toBe(sent.length);
  expect(day?.lastRequestAt).toEqual(read.recent[0]?.at);
});

test('a request with a key that has ended is told as one with an unknown key, and counted for it', async () => {
  const workspace = await makeWorkspace();
  const { apiKey, secret: key } = await makeApiKey(workspace);
  const headers = from('198.51.100.21');
  expect((await send('/api/me', { key, headers })).status).toBe(200);
  await revokeApiKey(workspace.owner, apiKey.id);
  const lastUsedAt = async () =>
    (await db.apiKey.findUniqueOrThrow({ where: { id: apiKey.id } })).lastUsedAt;
  await flushUsage();
  const before = await lastUsedAt();

  const ended = await send('/api/me', { key, headers });
  const unknown = await send('/api/me', { key: `sk_${'0'.repeat(64)}`, headers });
  const told = async (answer: Response) => {
    const id = answer.headers.get('X-Request-Id') ?? '';
    const varies = ['date', 'connection', 'keep-alive'];
    return [
      answer.status,
      [...answer.headers].filter(([name]) => name !== 'x-request-id' && !varies.includes(name)),
      (await answer.text()).replaceAll(id, 'ID'),
    ];
  };
  expect(await told(ended.clone())).toEqual(await told(unknown));

  await send('/api/nothing', { key, method: 'OPTIONS', headers: from('198.51.100.22') });
  const read = await usageOf(workspace.owner, apiKey.id, 'month');
  expect(read.buckets).toHaveLength(30);
  expect(read.buckets.at(-1)).toMatchObject({ ...NONE, succeeded: 1, refused: 2 });
  expect(read.endpoints).toEqual([
    { endpoint: 'GET /api/me', ...NONE, succeeded: 1, refused: 1 },
    { endpoint: 'OPTIONS /api/*', ...NONE, refused: 1 },
  ]);
  expect(read.recent.map(({ outcome, status }) => [outcome, status])).toEqual([
    ['refused', 401],
    ['refused', 401],
    ['succeeded', 200],
  ]);
  expect(await lastUsedAt()).toEqual(before);
  expect((await lastDay(workspace.owner, [apiKey.id])).get(apiKey.id)).toMatchObject({
    requests: 3,
    refused: 2,
  });
});

test('keys that have ended or are paused and are still tried are told, the one tried last first', async () => {
  const workspace = await makeWorkspace();
  const [revoked, paused, resumed, quiet, old] = await Promise.all(
    Array.from({ length: 5 }, async () => (await makeApiKey(workspace)).apiKey),
  );
  if (!revoked || !paused || !resumed || !quiet || !old) throw new Error('there are five');
  for (const { id } of [revoked, quiet, old]) await revokeApiKey(workspace.owner, id);
  await db.apiKey.update({ where: { id: paused.id }, data: { pausedAt: new Date() } });
  const refused = { isRefused: true, status: 401 };
  const at = Date.now() - 1_000;
  use(revoked.id, { at: at - HOUR_MS, ...refused });
  use(revoked.id, { at: at - 30, times: 36, ...refused });
  use(revoked.id, { at: at - 20, ...refused, address: '203.0.113.9' });
  use(paused.id, { at: at - 10 });
  use(paused.id, { at, ...refused, status: 429, address: '203.0.113.8' });
  use(resumed.id, { at, ...refused });
  use(quiet.id, { at });
  use(old.id, { at: at - 1.1 * HOUR_MS, ...refused });
  await flushUsage();

  const tried = await endedButTried(workspace.owner);
  expect(tried).toEqual([
    {
      ...{ id: paused.id, name: paused.name, hint: paused.hint },
      ...{ state: 'paused', requests: 1 },
      ...{ lastAddress: '203.0.113.8', lastAt: new Date(at) },
    },
    {
      ...{ id: revoked.id, name: revoked.name, hint: revoked.hint },
      ...{ state: 'revoked', requests: 37 },
      ...{ lastAddress: '203.0.113.9', lastAt: new Date(at - 20) },
    },
  ]);
  expect(await endedButTried((await makeWorkspace()).owner)).toEqual([]);
});

test('more refusals in an hour than there are last requests are told by the hours', async () => {
  const workspace = await makeWorkspace();
  const { apiKey } = await makeApiKey(workspace);
  await revokeApiKey(workspace.owner, apiKey.id);
  use(apiKey.id, { times: 80, isRefused: true, status: 401 });
  await flushUsage();
  expect((await endedButTried(workspace.owner))[0]?.requests).toBe(80);
});

test('when a key was used last is known at once', async () => {
  const workspace = await makeWorkspace();
  const { apiKey } = await makeApiKey(workspace);
  const at = Date.now() - 1_000;
  use(apiKey.id, { at });
  expect((await getApiKey(workspace.owner, apiKey.id)).lastUsedAt).toEqual(new Date(at));
});

test('hours without a request are zero, and what is before the window is not in it', async () => {
  const workspace = await makeWorkspace();
  const { apiKey } = await makeApiKey(workspace);
  const { from: start } = await usageOf(workspace.owner, apiKey.id, 'day');
  use(apiKey.id, { at: start.getTime() - 1 });
  use(apiKey.id, { at: start.getTime(), times: 2 });
  use(apiKey.id, { at: start.getTime() + 2 * HOUR_MS, times: 3, status: 500 });
  const day = await usageOf(workspace.owner, apiKey.id, 'day');
  expect(day.buckets.slice(0, 4).map(totalOf)).toEqual([2, 0, 3, 0]);
  expect(day.buckets.map(({ at }) => (at.getTime() - start.getTime()) / HOUR_MS)).toEqual(
    Array.from({ length: 24 }, (_, hour) => hour),
  );
  expect(day.endpoints).toEqual([{ endpoint: 'GET /api/me', ...NONE, succeeded: 2, errored: 3 }]);
  const month = await usageOf(workspace.owner, apiKey.id, 'month');
  expect(month.buckets.reduce((sum, bucket) => sum + totalOf(bucket), 0)).toBe(6);
  const { hours, requests } = (await lastDay(workspace.owner, [apiKey.id])).get(apiKey.id) ?? {};
  expect([hours?.slice(0, 4), requests]).toEqual([[2, 0, 3, 0], 5]);
});

test('only the Owner reads it, and only of keys of the own workspace', async () => {
  const [workspace, other] = [await makeWorkspace(), await makeWorkspace()];
  const [{ apiKey }, { apiKey: foreign }] = [await makeApiKey(workspace), await makeApiKey(other)];
  use(apiKey.id);
  use(foreign.id);
  for (const role of ['ADMIN', 'USER'] as const) {
    const member = await makeMember(workspace, role);
    const refusal = { code: 'owner_required' };
    await expect(usageOf(member, apiKey.id, 'day')).rejects.toMatchObject(refusal);
    await expect(lastDay(member, [apiKey.id])).rejects.toMatchObject(refusal);
    await expect(endedButTried(member)).rejects.toMatchObject(refusal);
  }
  const notFound = { code: 'not_found' };
  for (const id of [foreign.id, randomUUID(), 'x', null]) {
    await expect(usageOf(workspace.owner, id, 'day')).rejects.toMatchObject(notFound);
  }
  const days = await lastDay(workspace.owner, [apiKey.id, foreign.id, randomUUID()]);
  expect([...days.keys()]).toEqual([apiKey.id]);
  // A session that says so, of someone who has handed the workspace on.
  const former = { ...(await makeMember(workspace, 'ADMIN')), isOwner: true };
  await expect(usageOf(former, apiKey.id, 'day')).rejects.toMatchObject(notFound);
  expect((await lastDay(former, [apiKey.id])).size).toBe(0);
});

test('use is told of nothing but what was read for an Owner, which the types hold', async () => {
  type Wanted = Parameters<typeof readUsage>[0];
  expectTypeOf<Awaited<ReturnType<typeof getApiKey>>>().toExtend<Wanted>();
  expectTypeOf<Awaited<ReturnType<typeof makeApiKey>>['apiKey']>().not.toExtend<Wanted>();
  expectTypeOf<{ id: string; state: 'active' }>().not.toExtend<Wanted>();
});
