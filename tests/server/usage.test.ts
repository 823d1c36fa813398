import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApiServer } from '@/tests/support/api-server';
import type { RunningServer } from '@/tests/support/server';
import { until } from '@/tests/support/until';

/** Two instances count, and this process reads as a third one would, which has counted nothing. */
let api: Awaited<ReturnType<typeof startApiServer>>;
let servers: RunningServer[];

beforeAll(async () => {
  api = await startApiServer({ TRUSTED_PROXIES: 'loopback' });
  servers = [api.server, await api.startInstance()];
});

afterAll(() => api?.stop());

const makeBusyWorkspace = () => api.makeWorkspace({ plan: { requestsPerMinute: 1_000_000 } });

const ask = (origin: string, secret: string, address = '203.0.113.7') =>
  fetch(`${origin}/api/me`, {
    headers: {
      Authorization: `Bearer ${secret}`,
      'X-Forwarded-For': address,
      'User-Agent': 'importer/3.1 (nightly)',
    },
  });

test('what two instances count of the same keys at the same time adds up, request for request', async () => {
  const { usageOf } = await import('../support/usage');
  const workspace = await makeBusyWorkspace();
  const keys = await Promise.all(Array.from({ length: 4 }, () => api.makeApiKey(workspace)));
  const sent = keys.map(() => new Map<string, string>());
  const endsAt = Date.now() + 12_000;
  const client = async (origin: string, start: number) => {
    for (let turn = start; Date.now() < endsAt; turn++) {
      const which = turn % keys.length;
      const answer = await ask(origin, keys[which]?.secret ?? '');
      expect(answer.status).toBe(200);
      sent[which]?.set(answer.headers.get('X-Request-Id') ?? '', origin);
    }
  };
  const origins = servers.map(({ origin }) => origin);
  await Promise.all([0, 1, 2, 3].flatMap((start) => origins.map((one) => client(one, start))));

  for (const [index, { apiKey }] of keys.entries()) {
    const requests = sent[index] ?? new Map<string, string>();
    const read = () => usageOf(workspace.owner, apiKey.id, 'day');
    const total = async () =>
      (await read()).endpoints.reduce((sum, { succeeded }) => sum + succeeded, 0);
    await until(async () => (await total()) >= requests.size, { within: 10_000 });
    const { endpoints, clients, others, recent } = await read();
    expect(endpoints).toMatchObject([{ endpoint: 'GET /api/me', succeeded: requests.size }]);
    expect(clients).toMatchObject([
      { address: '203.0.113.7', agent: 'importer/3.1', requests: requests.size },
    ]);
    expect(others).toBe(0);
    expect(recent).toHaveLength(50);
    const times = recent.map(({ at }) => at.getTime());
    expect(times).toEqual(times.toSorted((one, other) => other - one));
    expect(new Set(recent.map(({ requestId }) => requests.get(requestId)))).toEqual(
      new Set(origins),
    );
  }
});

test('a key that is still tried after its end is told within ten seconds, whoever was asked', async () => {
  const { endedButTried } = await import('@/lib/api-keys/read/ended-but-tried');
  const workspace = await makeBusyWorkspace();
  const { apiKey, secret } = await api.makeApiKey(workspace);
  await api.revokeApiKey(workspace.owner, apiKey.id);
  const [one, other] = servers;
  for (const [server, address] of [
    [one, '203.0.113.8'],
    [other, '203.0.113.9'],
  ] as const) {
    expect((await ask(server?.origin ?? '', secret, address)).status).toBe(401);
  }
  const isTold = async () => (await endedButTried(workspace.owner))[0]?.requests === 2;
  await until(isTold, { within: 10_000 });
  expect(await endedButTried(workspace.owner)).toMatchObject([
    { id: apiKey.id, requests: 2, lastAddress: '203.0.113.9' },
  ]);
});

test('all that is known about use is written when a server is stopped', async () => {
  const { usageOf } = await import('../support/usage');
  const workspace = await makeBusyWorkspace();
  const { apiKey, secret } = await api.makeApiKey(workspace);
  const server = await api.startInstance();
  const ids: string[] = [];
  for (let request = 0; request < 7; request++) {
    ids.unshift((await ask(server.origin, secret)).headers.get('X-Request-Id') ?? '');
  }
  await server.stop('SIGTERM');
  const { endpoints, clients, recent } = await usageOf(workspace.owner, apiKey.id, 'day');
  expect(endpoints).toMatchObject([{ succeeded: 7 }]);
  expect(clients).toMatchObject([{ requests: 7 }]);
  expect(recent.map(({ requestId }) => requestId)).toEqual(ids);
});
