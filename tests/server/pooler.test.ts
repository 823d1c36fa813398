import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApiServer } from '../support/api-server';
import { startPgBouncer } from '../support/pgbouncer';
import { copyPreparedDatabase } from '../support/prepared';
import { prepareDatabase } from '../support/server';

type Pooler = Awaited<ReturnType<typeof startPgBouncer>>;

let pooler: Pooler;
let settings: Record<string, string>;

beforeAll(async () => {
  const direct = await copyPreparedDatabase();
  pooler = await startPgBouncer(direct);
  settings = {
    DATABASE_URL: pooler.url(new URL(direct).pathname.slice(1)),
    DATABASE_DIRECT_URL: direct,
    NEXTAUTH_URL: 'http://localhost',
    NEXTAUTH_SECRET: randomBytes(32).toString('base64'),
  };
});

afterAll(() => pooler?.stop());

test('a start that does not know of the pooler says what to set', async () => {
  const { DATABASE_DIRECT_URL, ...others } = settings;
  const { code, output } = await prepareDatabase(others);
  expect(code).toBe(1);
  expect(output).toContain('Set DATABASE_DIRECT_URL');
});

test('sessions that are older than the settings of their role stop the start until there are new ones', async () => {
  const earlier = new pg.Client({ connectionString: settings.DATABASE_URL });
  await earlier.connect();
  await earlier.query('select 1');
  await earlier.end();

  const refused = await prepareDatabase(settings);
  expect(refused.code).toBe(1);
  expect(refused.output).toContain('TimeZone is America/New_York');
  expect(refused.output).toContain('RECONNECT');

  await pooler.command('reconnect');
  expect(await prepareDatabase(settings)).toMatchObject({ code: 0 });
  expect(await prepareDatabase(settings), 'a lock was left behind').toMatchObject({ code: 0 });
});

test('behind the pooler, keys open the API until they are revoked, and the quota holds', async () => {
  const api = await startApiServer(settings);
  try {
    const workspace = await api.makeWorkspace({ plan: { maxActiveApiKeys: 5 } });
    const tried = await Promise.allSettled(
      Array.from({ length: 25 }, () => api.makeApiKey(workspace)),
    );
    const made = tried.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(made).toHaveLength(5);

    const ask = (secret: string) =>
      fetch(`${api.server.origin}/api/me`, { headers: { Authorization: `Bearer ${secret}` } });
    const answers = await Promise.all(made.flatMap(({ secret }) => [ask(secret), ask(secret)]));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    for (const { apiKey, secret } of made) {
      await api.revokeApiKey(workspace.owner, apiKey.id);
      expect((await ask(secret)).status).toBe(401);
    }
    expect(await preparedBehindPooler(), 'left for the next client of a session').toEqual([]);
  } finally {
    await api.stop();
  }
});

/** The names of statements that the session used last has kept. */
async function preparedBehindPooler(): Promise<string[]> {
  const client = new pg.Client({ connectionString: settings.DATABASE_URL });
  await client.connect();
  const { rows } = await client.query<{ name: string }>('select name from pg_prepared_statements');
  await client.end();
  return rows.map(({ name }) => name);
}
