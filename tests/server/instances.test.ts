import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApiServer } from '../support/api-server';
import { type PostgresServer, startPostgres } from '../support/postgres';
import { type RunningServer, startServer } from '../support/server';
import { statusOf } from '../support/status';
import { until } from '../support/until';

/** Two instances and this process share one PostgreSQL: keys are made and revoked by a third. */
let api: Awaited<ReturnType<typeof startApiServer>>;
let postgres: PostgresServer;
let servers: RunningServer[];

beforeAll(async () => {
  postgres = await startPostgres();
  api = await startApiServer({ TRUSTED_PROXIES: 'loopback' }, postgres);
  servers = [api.server, await api.startInstance()];
});

afterAll(async () => {
  await api?.stop();
  await postgres?.stop();
});

const makeBusyWorkspace = () => api.makeWorkspace({ plan: { requestsPerMinute: 1_000_000 } });

let addresses = 0;

/** Each from another address: so many wrong keys from one would get 429 in place of 401. */
function headersWith(secret: string) {
  addresses++;
  const address = `10.${(addresses >> 16) % 256}.${(addresses >> 8) % 256}.${addresses % 256}`;
  return { Authorization: `Bearer ${secret}`, 'X-Forwarded-For': address };
}

const ask = (origin: string, secret: string) =>
  fetch(`${origin}/api/me`, { headers: headersWith(secret) });

test('the first request after a revocation gets 401 on every instance, under load', async () => {
  const workspace = await makeBusyWorkspace();
  for (let round = 0; round < 25; round++) {
    const { apiKey, secret } = await api.makeApiKey(workspace);
    let revokedAt = Number.POSITIVE_INFINITY;
    let accepted = 0;
    const tooLate: string[] = [];
    const client = async (origin: string) => {
      for (;;) {
        const startedAt = performance.now();
        const status = await statusOf(`${origin}/api/me`, headersWith(secret));
        if (status === 200) accepted++;
        if (status === 200 && startedAt > revokedAt) tooLate.push(origin);
        if (startedAt > revokedAt) return;
      }
    };
    const clients = servers.flatMap(({ origin }) =>
      Array.from({ length: 16 }, () => client(origin)),
    );
    await until(async () => accepted > 8);
    await api.revokeApiKey(workspace.owner, apiKey.id);
    revokedAt = performance.now();
    await Promise.all(clients);
    expect(tooLate).toEqual([]);
  }
});

test('what a server counted is written when it is stopped', async () => {
  const { apiKey, secret } = await api.makeApiKey(await makeBusyWorkspace());
  const server = await api.startInstance();
  for (let request = 0; request < 7; request++) {
    expect((await ask(server.origin, secret)).status).toBe(200);
  }
  await server.stop('SIGTERM');

  const usage = await api.db.apiKeyUsage.findMany({ where: { apiKeyId: apiKey.id } });
  expect(usage.reduce((sum, { succeeded }) => sum + succeeded, 0)).toBe(7);
  const { lastUsedAt } = await api.db.apiKey.findUniqueOrThrow({ where: { id: apiKey.id } });
  expect(lastUsedAt).not.toBeNull();
});

test('while the database is away the API says 503, never 401, and recovers by itself', async () => {
  const { secret } = await api.makeApiKey(await makeBusyWorkspace());
  const { origin } = api.server;
  expect((await ask(origin, secret)).status).toBe(200);

  await postgres.crash();
  const statuses = new Set<number>();
  for (let request = 0; request < 5; request++) {
    const response = await ask(origin, secret);
    statuses.add(response.status);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await response.json()).toMatchObject({ code: 'unavailable', status: 503 });
  }
  expect([...statuses]).toEqual([503]);
  expect((await fetch(`${origin}/api/health`)).status).toBe(503);
  expect((await fetch(`${origin}/api/health/live`)).status).toBe(200);
  expect((await fetch(origin)).status).toBe(200);

  await postgres.restart();
  await until(async () => (await ask(origin, secret)).status === 200);
});

test('a server that starts before its database prepares it as soon as it answers', async () => {
  await postgres.createDatabase('late');
  await postgres.crash();
  const server = await startServer(
    { DATABASE_URL: postgres.url('late'), NEXTAUTH_SECRET: randomBytes(32).toString('base64') },
    'scripts/start.mjs',
  );
  const unknown = `sk_${'0'.repeat(64)}`;
  try {
    expect((await ask(server.origin, unknown)).status).toBe(503);
    await postgres.restart();
    await until(async () => (await ask(server.origin, unknown)).status === 401);
    await until(async () => server.output().includes('The database answers and is up to date.'));
    expect(server.output()).not.toContain('unexpected error');
  } finally {
    await server.stop();
  }
});
