import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPostgres } from '../support/postgres';
import { prepareDatabase, type RunningServer, startServer } from '../support/server';
import { until } from '../support/until';

/**
 * Two instances and this process share one PostgreSQL. The keys are made and revoked here, with the
 * domain verbs, as a third instance would.
 */
let postgres: Awaited<ReturnType<typeof startPostgres>>;
let servers: [RunningServer, RunningServer];
let database: typeof import('@/lib/database/client')['db'];
let createApiKey: typeof import('@/lib/api-keys/create-api-key')['createApiKey'];
let revokeApiKey: typeof import('@/lib/api-keys/revoke-api-key')['revokeApiKey'];
let makeOwner: () => Promise<import('@/lib/actor').Member>;

beforeAll(async () => {
  postgres = await startPostgres();
  await postgres.createDatabase('instances');
  const settings = {
    DATABASE_URL: postgres.url('instances'),
    NEXTAUTH_SECRET: randomBytes(32).toString('base64'),
    NEXTAUTH_URL: 'http://localhost:3000',
    LOG_LEVEL: 'error',
    TRUSTED_PROXIES: 'loopback',
  };
  expect(await prepareDatabase(settings)).toMatchObject({ code: 0 });
  Object.assign(process.env, settings);
  ({ db: database } = await import('@/lib/database/client'));
  ({ createApiKey } = await import('@/lib/api-keys/create-api-key'));
  ({ revokeApiKey } = await import('@/lib/api-keys/revoke-api-key'));
  makeOwner = async () => {
    const plan = await database.plan.create({
      data: {
        slug: randomBytes(8).toString('hex'),
        name: 'Test',
        features: ['api_access'],
        requestsPerMinute: 1_000_000,
      },
    });
    const owner = await database.user.create({
      data: { email: `${plan.slug}@test.test`, name: 'Owner', passwordHash: '' },
    });
    const workspace = await database.workspace.create({
      data: { name: 'Test', planId: plan.id, ownerId: owner.id },
    });
    return {
      kind: 'member',
      userId: owner.id,
      workspaceId: workspace.id,
      role: 'ADMIN',
      isOwner: true,
    };
  };
  servers = [await startServer(settings), await startServer(settings)];
});

afterAll(async () => {
  await Promise.all((servers ?? []).map((server) => server.stop()));
  await database?.$disconnect();
  await postgres?.stop();
});

let addresses = 0;

/** Each from another address: so many wrong keys from one would be refused without a look-up. */
function ask(origin: string, secret: string): Promise<Response> {
  addresses++;
  const address = `10.${(addresses >> 16) % 256}.${(addresses >> 8) % 256}.${addresses % 256}`;
  const headers = { Authorization: `Bearer ${secret}`, 'X-Forwarded-For': address };
  return fetch(`${origin}/api/me`, { headers });
}

test('the first request after a revocation gets 401 on every instance, under load', async () => {
  const owner = await makeOwner();
  for (let round = 0; round < 25; round++) {
    const { apiKey, secret } = await createApiKey(owner, { name: `round ${round}` });
    let revokedAt = Number.POSITIVE_INFINITY;
    let accepted = 0;
    const tooLate: string[] = [];
    const client = async (origin: string) => {
      for (;;) {
        const startedAt = performance.now();
        const { status } = await ask(origin, secret);
        if (status === 200) accepted++;
        if (status === 200 && startedAt > revokedAt) tooLate.push(origin);
        if (startedAt > revokedAt) return;
      }
    };
    const clients = servers.flatMap(({ origin }) =>
      Array.from({ length: 16 }, () => client(origin)),
    );
    await until(async () => accepted > 8);
    await revokeApiKey(owner, apiKey.id);
    revokedAt = performance.now();
    await Promise.all(clients);
    expect(tooLate).toEqual([]);
  }
});

test('what a server counted is written when it is stopped', async () => {
  const owner = await makeOwner();
  const { apiKey, secret } = await createApiKey(owner, { name: 'counted' });
  const server = await startServer({
    DATABASE_URL: postgres.url('instances'),
    NEXTAUTH_SECRET: randomBytes(32).toString('base64'),
  });
  for (let request = 0; request < 7; request++) {
    expect((await ask(server.origin, secret)).status).toBe(200);
  }
  await server.stop('SIGTERM');

  const usage = await database.apiKeyUsage.findMany({ where: { apiKeyId: apiKey.id } });
  expect(usage.reduce((sum, { requests }) => sum + requests, 0)).toBe(7);
  const { lastUsedAt } = await database.apiKey.findUniqueOrThrow({ where: { id: apiKey.id } });
  expect(lastUsedAt).not.toBeNull();
});

test('while the database is away the API says 503, never 401, and recovers by itself', async () => {
  const owner = await makeOwner();
  const { secret } = await createApiKey(owner, { name: 'outage' });
  const [{ origin }] = servers;
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
