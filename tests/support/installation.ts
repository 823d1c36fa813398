import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import { type PostgresServer, startPostgres } from './postgres';
import { prepareDatabase, type RunningServer, type Settings, startServer } from './server';

/**
 * Instances of the production build on one PostgreSQL. The test is one more of them: what it makes
 * and revokes, it does with the domain verbs, on the same database.
 */
export type Installation = {
  postgres: PostgresServer;
  servers: RunningServer[];
  /** Starts another instance, with settings of its own. */
  start: (settings?: Settings) => Promise<RunningServer>;
  stop: () => Promise<void>;
} & typeof import('./workspace');

/** @param settings of every instance */
export async function startInstallation(
  { instances }: { instances: number },
  settings: Settings = {},
): Promise<Installation> {
  const postgres = await startPostgres();
  await postgres.createDatabase('zendrhax');
  const shared = {
    DATABASE_URL: postgres.url('zendrhax'),
    NEXTAUTH_SECRET: randomBytes(32).toString('base64'),
  };
  const here = { ...shared, NEXTAUTH_URL: 'http://localhost:3000', LOG_LEVEL: 'silent' };
  expect(await prepareDatabase(here)).toMatchObject({ code: 0 });
  Object.assign(process.env, here);
  const { db } = await import('@/lib/db');
  const start = (own: Settings = {}) => startServer({ ...shared, ...settings, ...own });
  const servers = await Promise.all(Array.from({ length: instances }, () => start()));
  return {
    ...(await import('./workspace')),
    postgres,
    servers,
    start,
    stop: async () => {
      await Promise.all(servers.map((server) => server.stop()));
      await db.$disconnect();
      await postgres.stop();
    },
  };
}
