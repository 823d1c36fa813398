import { randomBytes } from 'node:crypto';
import { startPostgres } from './postgres';
import { prepareDatabase, startServer } from './server';

/** The built product on a PostgreSQL server of its own, and the domain to fill it with. */
export async function startApiServer(given: Record<string, string> = {}) {
  const postgres = await startPostgres();
  await postgres.createDatabase('api');
  const settings = {
    DATABASE_URL: postgres.url('api'),
    NEXTAUTH_SECRET: randomBytes(32).toString('base64'),
    LOG_LEVEL: 'error',
    ...given,
  };
  await prepareDatabase({ NEXTAUTH_URL: 'http://localhost', ...settings });
  const server = await startServer(settings);
  // The domain reads its settings when it is loaded, and so is loaded only now.
  Object.assign(process.env, { NEXTAUTH_URL: server.origin, ...settings });
  const { db } = await import('@/lib/database/client');
  const { makeApiKey, makeWorkspace } = await import('./workspace');
  const { makeInvoice, makeInvoices } = await import('./invoices');
  return {
    server,
    makeApiKey,
    makeWorkspace,
    makeInvoice,
    makeInvoices,
    stop: async () => {
      await db.$disconnect();
      await server.stop();
      await postgres.stop();
    },
  };
}
