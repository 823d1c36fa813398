import pg from 'pg';
import { afterAll, beforeAll, test } from 'vitest';
import { connectionConfig } from '@/lib/database/session-settings';
import { migrateServer } from '@/prisma/migrate';
import { expectNothingLost, runKilledWriter } from '../../support/killed-writer';
import { type PostgresServer, startPostgres } from '../../support/postgres';

const ROUNDS = 2;

let server: PostgresServer;
let url: string;

beforeAll(async () => {
  server = await startPostgres({ isDurable: true });
  await server.createDatabase('zendrhax');
  url = server.url('zendrhax');
  await migrateServer(url);
});

afterAll(() => server?.stop());

async function query(sql: string) {
  const client = new pg.Client(connectionConfig(url));
  await client.connect();
  const result = await client.query(sql);
  await client.end();
  return result;
}

test('no create or revoke is lost when the process is killed', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const said = await runKilledWriter({ DATABASE_URL: url });
    await expectNothingLost(said, query);
  }
}, 60_000);

test('no create or revoke is lost when PostgreSQL itself is killed', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const said = await runKilledWriter({ DATABASE_URL: url }, server.crash);
    await server.restart();
    await expectNothingLost(said, query);
  }
}, 60_000);
