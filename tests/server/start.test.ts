import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '../support/port';
import { copyPreparedFolder } from '../support/prepared';
import { outputOf, startScript } from '../support/run';
import {
  prepareDatabase,
  type RunningServer,
  runInProduction,
  startServer,
  startServerWithNpm,
} from '../support/server';
import { inFolder, storeApiKey } from '../support/stored-key';
import { until } from '../support/until';

const SERVE = 'server/serve.mjs';

let dataDir: string;
let server: RunningServer;

beforeAll(async () => {
  dataDir = copyPreparedFolder();
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
  const folder = copyPreparedFolder();
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

describe.each(['SIGTERM', 'SIGINT'] as const)('`npm start` stopped with %s', (signal) => {
  test.each(['npm', 'the server'])('to %s ends all of it, in order', async (whom) => {
    const folder = copyPreparedFolder();
    const secret = await storeApiKey(folder);
    const npm = await startServerWithNpm({ DATA_DIR: folder });
    try {
      for (let request = 0; request < 7; request++) {
        const headers = { Authorization: `Bearer ${secret}` };
        expect((await fetch(`${npm.origin}/api/me`, { headers })).status).toBe(200);
      }
      process.kill(whom === 'npm' ? npm.pid : childOf(npm.pid), signal);
      await until(() => !isRunning(npm.pid));

      expect(isRunning(-npm.pid), 'a process is left').toBe(false);
      const taken = createServer().listen(npm.port);
      await once(taken, 'listening');
      taken.close();
      const [count] = await inFolder(folder, async (database) => {
        // The keys of the demo have been used, too.
        const sum = `select sum(u."succeeded")::int as "requests"
          from "ApiKeyUsage" u join "ApiKey" k on k."id" = u."apiKeyId" where k."name" = 'Test'`;
        return (await database.query<{ requests: number }>(sum)).rows;
      });
      expect(count?.requests).toBe(7);
      expect(existsSync(join(folder, 'postgres.lock')), 'the lock is left to expire').toBe(false);
    } finally {
      if (isRunning(-npm.pid)) process.kill(-npm.pid, 'SIGKILL');
      await rm(folder, { recursive: true, force: true });
    }
  });
});

test('a start that is stopped before it serves leaves nothing running', async () => {
  // The first server holds the folder, so this one waits for it.
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, DATA_DIR: dataDir };
  const npm = startScript('start', env as unknown as NodeJS.ProcessEnv);
  const pid = Number(npm.pid);
  const output = outputOf(npm);
  try {
    await until(() => output().includes('The data folder is locked'));
    npm.kill('SIGTERM');
    await until(() => !isRunning(pid));
    expect(isRunning(-pid), 'a process is left').toBe(false);
    expect(output()).not.toContain('failed');
  } finally {
    if (isRunning(-pid)) process.kill(-pid, 'SIGKILL');
  }
});

/** @param pid of a process, or of a group with a minus before it */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** The process that npm has started. */
function childOf(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' }));
}

test('a folder made by a newer version is refused, and its name is said', async () => {
  const folder = copyPreparedFolder();
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
