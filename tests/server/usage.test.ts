import { afterAll, beforeAll, expect, test } from 'vitest';
import { twoInstances } from '@/tests/support/api-server';
import { until } from '@/tests/support/until';

/** Two instances count, and this process reads as a third one would, which has counted nothing. */
let api: Awaited<ReturnType<typeof twoInstances>>;
let origins: string[];

beforeAll(async () => {
  api = await twoInstances();
  ({ origins } = api);
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
  const written = async () => {
    const where = { apiKeyId: { in: keys.map(({ apiKey }) => apiKey.id) } };
    const hours = await api.db.apiKeyUsage.findMany({ where, select: { succeeded: true } });
    return hours.reduce((sum, { succeeded }) => sum + succeeded, 0);
  };
  let isOver = false;
  const client = async (origin: string, start: number) => {
    for (let turn = start; !isOver; turn++) {
      const which = turn % keys.length;
      const answer = await ask(origin, keys[which]?.secret ?? '');
      expect(answer.status).toBe(200);
      sent[which]?.set(answer.headers.get('X-Request-Id') ?? '', origin);
    }
  };
  const clients = [0, 1, 2, 3].flatMap((start) => origins.map((one) => client(one, start)));
  // Each instance writes while it counts, one before the other and again after it.
  for (let writes = 0, last = 0; writes < 3; writes++) {
    await until(async () => (await written()) > last);
    last = await written();
  }
  // The first use of a key is written at once, so three writes may be over soon.
  await until(() => sent.every(({ size }) => size > 60));
  isOver = true;
  await Promise.all(clients);

  for (const [index, { apiKey }] of keys.entries()) {
    const requests = sent[index] ?? new Map<string, string>();
    const read = () => usageOf(workspace.owner, apiKey.id, 'day');
    const total = async () =>
      (await read()).endpoints.reduce((sum, { succeeded }) => sum + succeeded, 0);
    await until(async () => (await total()) >= requests.size);
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

test('a key that is still tried after its end is told, whoever was asked', async () => {
  const { endedButTried } = await import('@/lib/api-keys/read/ended-but-tried');
  const workspace = await makeBusyWorkspace();
  const { apiKey, secret } = await api.makeApiKey(workspace);
  await api.revokeApiKey(workspace.owner, apiKey.id);
  for (const [index, origin] of origins.entries()) {
    expect((await ask(origin, secret, `203.0.113.${8 + index}`)).status).toBe(401);
  }
  const isTold = async () => (await endedButTried(workspace.owner))[0]?.requests === 2;
  await until(isTold);
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
