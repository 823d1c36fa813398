import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import type { PostgresServer } from './postgres';
import { copyPreparedDatabase } from './prepared';
import { mustPrepare, type RunningServer, startServer } from './server';

declare module 'vitest' {
  interface ProvidedContext {
    /** Two instances of one installation, for the files that need no settings of their own. */
    twoInstances: { settings: Record<string, string>; origins: [string, string] };
  }
}

/**
 * The built product on a database of its own, and the domain to fill it with: what a test does with it,
 * another instance would.
 * @param postgres a server of the test's own, where it is to be crashed
 */
export async function startApiServer(
  given: Record<string, string> = {},
  postgres?: PostgresServer,
) {
  const settings = {
    DATABASE_URL: postgres ? postgres.url('api') : await copyPreparedDatabase(),
    NEXTAUTH_SECRET: randomBytes(32).toString('base64'),
    LOG_LEVEL: 'error',
    ...given,
  };
  if (postgres) {
    await postgres.createDatabase('api');
    await mustPrepare({ NEXTAUTH_URL: 'http://localhost', ...settings });
  }
  const instances = instancesWith(settings);
  const server = await instances.start();
  const domain = await domainOf(settings, server.origin);
  return {
    ...domain,
    server,
    /** another instance of the same installation; it ends with the first */
    startInstance: instances.start,
    stop: async () => {
      await domain.db.$disconnect();
      await instances.stop();
    },
  };
}

/** The two instances that run for all files, and the domain to fill their database with. */
export async function twoInstances() {
  const { settings, origins } = inject('twoInstances');
  const instances = instancesWith(settings);
  const domain = await domainOf(settings, origins[0]);
  return {
    ...domain,
    origins,
    /** another instance of the same installation */
    startInstance: instances.start,
    stop: async () => {
      await domain.db.$disconnect();
      await instances.stop();
    },
  };
}

function instancesWith(settings: Record<string, string>) {
  const started: RunningServer[] = [];
  return {
    start: async (more: Record<string, string> = {}) => {
      const instance = await startServer({ ...settings, ...more });
      started.push(instance);
      return instance;
    },
    stop: () => Promise.all(started.map((instance) => instance.stop())),
  };
}

/**
 * The domain reads its settings when it is loaded, and so is loaded only now. What it logs here is nobody's:
 * a test reads what its instances log.
 */
async function domainOf(settings: Record<string, string>, origin: string) {
  Object.assign(process.env, { NEXTAUTH_URL: origin, ...settings, LOG_LEVEL: 'silent' });
  const { db } = await import('@/lib/database/client');
  const { revokeApiKey } = await import('@/lib/api-keys/change/revoke-api-key');
  const { makeApiKey, makeWorkspace } = await import('./workspace');
  const { makeInvoice, makeInvoices } = await import('./invoices');
  return { db, revokeApiKey, makeApiKey, makeWorkspace, makeInvoice, makeInvoices };
}
