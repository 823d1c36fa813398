import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../support/port';
import {
  prepareDatabase,
  type RunningServer,
  runInProduction,
  startServer,
} from '../support/server';
import { until } from '../support/until';

const SERVE = 'server/serve.mjs';

let dataDir: string;
let server: RunningServer;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'zendrhax-start-'));
  expect(await prepareDatabase({ DATA_DIR: dataDir })).toMatchObject({ code: 0 });
  server = await startServer({ DATA_DIR: dataDir });
});

afterAll(async () => {
  await server?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

test('a second server on the embedded folder is refused and the first goes on', async () => {
  const second = await runInProduction(SERVE, {
    DATA_DIR: dataDir,
    PORT: String(await freePort()),
  });
  expect(second.code).toBe(1);
  expect(second.output).toContain(
    `The data folder ${dataDir} is in use by another Zendrhax process`,
  );
  expect((await fetch(`${server.origin}/api/health`)).status).toBe(200);
});

test('a server that was suspended and lost its folder stops instead of writing on', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'zendrhax-suspended-'));
  expect(await prepareDatabase({ DATA_DIR: folder })).toMatchObject({ code: 0 });
  const first = await startServer({ DATA_DIR: folder });
  first.signal('SIGSTOP');
  // Waits by itself until the lock of the suspended one has expired.
  expect(await prepareDatabase({ DATA_DIR: folder })).toMatchObject({ code: 0 });
  const second = await startServer({ DATA_DIR: folder });
  first.signal('SIGCONT');
  await until(() => first.output().includes(`lost its hold on the data folder ${folder}`));
  await first.stop();
  expect((await fetch(`${second.origin}/api/health`)).status).toBe(200);
  await second.stop();
  await rm(folder, { recursive: true, force: true });
});

test('a folder made by a newer version is refused, and its name is said', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'zendrhax-newer-'));
  expect(await prepareDatabase({ DATA_DIR: folder })).toMatchObject({ code: 0 });
  const database = new PGlite(join(folder, 'postgres'));
  await database.query(
    `insert into _prisma_migrations (id, checksum, migration_name, started_at, applied_steps_count)
     values ('x', 'x', '29990101000000_later', now(), 1)`,
  );
  await database.close();

  const { code, output } = await prepareDatabase({ DATA_DIR: folder });
  expect(code).toBe(1);
  expect(output).toContain('newer version of Zendrhax (it has 29990101000000_later)');
  await rm(folder, { recursive: true, force: true });
});

test('a port in use is said by its number', async () => {
  const port = await freePort();
  const taken = createServer().listen(port);
  const { code, output } = await runInProduction(SERVE, { DATA_DIR: dataDir, PORT: String(port) });
  taken.close();
  expect(code).toBe(1);
  expect(output).toContain(`Port ${port} is in use`);
});

test('wrong settings stop the start with their names and without their values', async () => {
  const { code, output } = await prepareDatabase({
    PORT: 'eighty',
    DATABASE_URL: 'postgresql://localhost/x',
    NEXTAUTH_SECRET: 'hunter2-hunter2',
  });
  expect(code).toBe(1);
  for (const name of ['PORT', 'NEXTAUTH_SECRET'])
    expect(output).toContain(`${name} has a wrong value`);
  expect(output).not.toContain('hunter2');
  expect(output).not.toContain('    at ');
});

test('the server ends by itself without a secret, or with one that everyone knows', async () => {
  const settings = { DATABASE_URL: 'postgresql://localhost:1/x', PORT: String(await freePort()) };
  const without = await runInProduction(SERVE, settings);
  expect(without.code).toBe(1);
  expect(without.output).toContain('NEXTAUTH_SECRET is missing');
  const NEXTAUTH_SECRET = 'changeme-0123456789-abcdefghijklmnop';
  const known = await runInProduction(SERVE, { ...settings, NEXTAUTH_SECRET });
  expect(known.code).toBe(1);
  expect(known.output).toContain('NEXTAUTH_SECRET has a wrong value');
  for (const { output } of [without, known]) expect(output).not.toContain('is ready');
});

test('a server database without a secret stops the start', async () => {
  const { code, output } = await prepareDatabase({ DATABASE_URL: 'postgresql://localhost/x' });
  expect(code).toBe(1);
  expect(output).toContain('NEXTAUTH_SECRET is missing');
  expect(output).toContain('NEXTAUTH_URL is missing');
});
