import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApiServer } from '../support/api-server';
import { freePort } from '../support/port';
import { type RedisServer, startRedis } from '../support/redis';
import type { RunningServer } from '../support/server';
import { until } from '../support/until';

const AWAY = 'Redis is away';
const BACK = 'Redis answers again';
const QUOTA = 20;

let redis: RedisServer;
let api: Awaited<ReturnType<typeof startApiServer>>;
let instances: RunningServer[];

beforeAll(async () => {
  redis = await startRedis();
  api = await startApiServer({ REDIS_URL: redis.url, LOG_LEVEL: 'info' });
  instances = [api.server, await api.startInstance()];
});

afterAll(async () => {
  await api?.stop();
  await redis?.stop();
});

async function makeKey(requestsPerMinute = 1_000_000) {
  const workspace = await api.makeWorkspace({ plan: { requestsPerMinute } });
  return { workspace, ...(await api.makeApiKey(workspace)) };
}

let asked = 0;

/** Asks the instances in turn. */
function ask(secret: string, path = '/api/me', init: RequestInit = {}): Promise<Response> {
  const { origin } = instances[asked++ % instances.length] as RunningServer;
  const headers = { ...init.headers, Authorization: `Bearer ${secret}` };
  return fetch(`${origin}${path}`, { ...init, headers });
}

const times = (output: string, text: string) => output.split(text).length - 1;

test('requests over two instances count into one window', async () => {
  const { secret } = await makeKey(QUOTA);
  const other = await makeKey(QUOTA);
  const answers = await Promise.all(Array.from({ length: QUOTA + 10 }, () => ask(secret)));
  const refused = answers.filter(({ status }) => status === 429);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(QUOTA);
  expect(refused).toHaveLength(10);
  for (const { headers } of refused) {
    const reset = Number(/t=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1]);
    expect(Number(headers.get('retry-after'))).toBeGreaterThanOrEqual(reset);
  }
  expect((await ask(other.secret)).status).toBe(200);
});

test('a plan of more requests continues the window', async () => {
  const { workspace, secret } = await makeKey(QUOTA);
  for (let requests = 0; requests < QUOTA; requests++) await ask(secret);
  const plan = { connect: { slug: 'pro' } };
  await api.db.workspace.update({ where: { id: workspace.id }, data: { plan } });
  const answer = await ask(secret);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('x-ratelimit-remaining')).toBe(String(1_200 - QUOTA - 1));
});

test('a key revoked anywhere is dead on the next request everywhere', async () => {
  const { workspace, apiKey, secret } = await makeKey();
  expect((await ask(secret)).status).toBe(200);
  expect((await ask(secret)).status).toBe(200);
  await api.revokeApiKey(workspace.owner, apiKey.id);
  expect((await ask(secret)).status).toBe(401);
  expect((await ask(secret)).status).toBe(401);
});

test('forty drafts finalized at once over two instances get the numbers from 1 to 40', async () => {
  const { workspace, secret } = await makeKey();
  const ids = await Promise.all(Array.from({ length: 40 }, () => api.makeInvoice(workspace.id)));
  const finalize = async (id: string): Promise<Response> => {
    const answer = await ask(secret, `/api/invoices/${id}/finalize`, { method: 'POST' });
    // On a machine this busy a row lock may be waited for too long: then it says to try again.
    return answer.status === 503 ? finalize(id) : answer;
  };
  const answers = await Promise.all([...ids, ...ids].map(finalize));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(40);
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(40);
  const rows = await api.db.invoice.findMany({
    where: { workspaceId: workspace.id },
    orderBy: { number: 'asc' },
    select: { number: true },
  });
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
});

test('Redis that hangs, is gone, became a replica or is full stops nobody, is mentioned once, and is used again', async () => {
  const { secret } = await makeKey();
  const manyWithout5xx = async () => {
    const answers = await Promise.all(Array.from({ length: 60 }, () => ask(secret)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  };
  for (const [take, giveBack] of [
    [redis.suspend, redis.resume],
    [redis.crash, redis.restart],
    [
      () => redis.command('replicaof', '127.0.0.1', '1'),
      () => redis.command('replicaof', 'no', 'one'),
    ],
    [
      () => redis.command('config', 'set', 'maxmemory', '1'),
      () => redis.command('config', 'set', 'maxmemory', '0'),
    ],
  ] as const) {
    const before = instances.map((server) => [
      times(server.output(), AWAY),
      times(server.output(), BACK),
    ]);
    await take();
    await manyWithout5xx();
    await until(() =>
      instances.every((server, i) => times(server.output(), AWAY) > (before[i]?.[0] ?? 0)),
    );
    await manyWithout5xx();
    await manyWithout5xx();
    const { secret: limited } = await makeKey(QUOTA);
    const answers = await Promise.all(Array.from({ length: 2 * QUOTA }, () => ask(limited)));
    // Each instance counts for itself.
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(2 * QUOTA);
    await giveBack();
    await until(() =>
      instances.every((server, i) => times(server.output(), BACK) > (before[i]?.[1] ?? 0)),
    );
    for (const [index, server] of instances.entries()) {
      const [away = 0, back = 0] = before[index] ?? [];
      expect(times(server.output(), AWAY)).toBe(away + 1);
      expect(times(server.output(), BACK)).toBe(back + 1);
    }
  }
  const { secret: shared } = await makeKey(QUOTA);
  const answers = await Promise.all(Array.from({ length: 2 * QUOTA }, () => ask(shared)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(QUOTA);
});

test('a Redis that was never there is mentioned once, without its password', async () => {
  const server = await api.startInstance({
    REDIS_URL: `redis://user:open-sesame@127.0.0.1:${await freePort()}`,
  });
  const { secret } = await makeKey();
  for (let requests = 0; requests < 20; requests++) {
    const headers = { Authorization: `Bearer ${secret}` };
    expect((await fetch(`${server.origin}/api/me`, { headers })).status).toBe(200);
  }
  await until(() => server.output().includes(AWAY));
  expect(times(server.output(), AWAY)).toBe(1);
  expect(server.output()).not.toContain('open-sesame');
  await server.stop();
});

// Last: it uses up what this machine's own address may try in a minute.
test('wrong keys are counted over both instances, whatever X-Forwarded-For claims', async () => {
  const statuses = new Map<number, number>();
  for (let round = 0; round < 22; round++) {
    const guesses = Array.from({ length: 10 }, (_, index) => {
      const headers = { 'X-Forwarded-For': `203.0.113.${round * 10 + index}` };
      return ask(`sk_${randomBytes(32).toString('hex')}`, '/api/me', { headers });
    });
    for (const { status } of await Promise.all(guesses)) {
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  }
  expect([...statuses.keys()].toSorted()).toEqual([401, 429]);
  expect(statuses.get(401)).toBeLessThanOrEqual(200);
  expect(statuses.get(429)).toBeGreaterThanOrEqual(20);
});
