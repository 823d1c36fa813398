import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { build } from '@/scripts/steps.mjs';
import { ensureTestTools } from '@/scripts/test-tools.mjs';
import { type PostgresServer, startPostgres } from './postgres';
import { mustPrepare, type RunningServer, startServer } from './server';

/**
 * Builds what the servers of these tests serve, finds the programs that they are tested with, prepares a
 * database of each kind for them to copy, and starts the two instances that files share.
 */
export default async function setup(project: TestProject) {
  await ensureTestTools();
  await build();
  const folder = mkdtempSync(join(tmpdir(), 'zendrhax-prepared-'));
  const postgres = await startPostgres();
  const instances: RunningServer[] = [];
  const stop = async () => {
    await Promise.all(instances.map((instance) => instance.stop()));
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await prepare(project, { folder, postgres, instances });
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

async function prepare(
  project: TestProject,
  {
    folder,
    postgres,
    instances,
  }: { folder: string; postgres: PostgresServer; instances: RunningServer[] },
): Promise<void> {
  await postgres.createDatabase('template');
  const NEXTAUTH_SECRET = randomBytes(32).toString('base64');
  await Promise.all([
    mustPrepare({ DATA_DIR: folder }),
    mustPrepare({
      DATABASE_URL: postgres.url('template'),
      NEXTAUTH_SECRET,
      NEXTAUTH_URL: 'http://localhost',
    }),
  ]);
  project.provide('prepared', { folder, url: postgres.url('template') });

  await postgres.createDatabase('two', 'template');
  const settings = {
    DATABASE_URL: postgres.url('two'),
    NEXTAUTH_SECRET,
    TRUSTED_PROXIES: 'loopback',
    LOG_LEVEL: 'error',
  };
  const start = async () => {
    const instance = await startServer(settings);
    instances.push(instance);
    return instance.origin;
  };
  project.provide('twoInstances', { settings, origins: [await start(), await start()] });
}
