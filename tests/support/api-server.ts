import { randomBytes } from 'node:crypto';
import { startPostgres } from './postgres';
import { prepareDatabase, type RunningServer, startServer } from './server';

/**
 * The built product on a PostgreSQL server of its own, and the domain to fill it with: what a test
 * does with it, another instance would.
 */
export async function startApiServer(given: Record<string, string> = {}) {
  const postgres = await startPostgres();
  await postgres.createDatabase('api');
  const settings = {
    DATABASE_URL: postgres.url('api'),
    NEXTAUTH_SECRET: randomBytes(32).toString('base64'),
    LOG_LEVEL: 'error',
    ...given,
  };
  const { code, output } = await prepareDatabase({ NEXTAUTH_URL: 'http://localhost', ...settings });
  if (code !== 0) throw new Error(output);
  const instances: RunningServer[] = [];
  const startInstance = async (more: Record<string, string> = {}) => {
    const instance = await startServer({ ...settings, ...more });
    instances.push(instance);
    return instance;
  };
  const server = await startInstance();
  // The domain reads its settings when it is loaded, and so is loaded only now.
  Object.assign(process.env, { NEXTAUTH_URL: server.origin, ...settings });
  const { db } = await import('@/lib/database/client');
  const { revokeApiKey } = await import('@/lib/api-keys/change/revoke-api-key');
  const { makeApiKey, makeWorkspace } = await import('./workspace');
  const { makeInvoice, makeInvoices } = await import('./invoices');
  return {
    server,
    /** another instance of the same installation; it ends with the first */
    startInstance,
    postgres,
    db,
    revokeApiKey,
    makeApiKey,
    makeWorkspace,
    makeInvoice,
    makeInvoices,
    stop: async () => {
      await db.$disconnect();
      await Promise.all(instances.map((instance) => instance.stop()));
      await postgres.stop();
    },
  };
}
