import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { build } from '@/scripts/steps.mjs';
import { ensureTestTools } from '@/scripts/test-tools.mjs';
import { startPostgres } from './postgres';
import { mustPrepare, startServer } from './server';

/**
 * Builds what the servers of these tests serve, finds the programs that they are tested with, prepares a
 * database of each kind for them to copy, and starts the two instances that files share.
 */
export default async function setup(project: TestProject) {
  await ensureTestTools();
  await build();
  const folder = mkdtempSync(join(tmpdir(), 'zendrhax-prepared-'));
  const postgres = await startPostgres();
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
  const instances = await Promise.all([startServer(settings), startServer(settings)]);
  const [first, second] = instances;
  project.provide('twoInstances', { settings, origins: [first.origin, second.origin] });
  return async () => {
    await Promise.all(instances.map((instance) => instance.stop()));
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
