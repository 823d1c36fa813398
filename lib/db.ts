import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '@/prisma/generated/client';
import { embeddedAdapter } from './embedded-database';
import { env } from './env';

/**
 * Connections to a PostgreSQL server. The server gives up first, and cleanly: on a lock, then on a
 * statement, then on a transaction that nobody goes on with. Only when it hangs altogether does the
 * client give up, so that requests fail rather than pile up.
 */
function serverPool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: 20,
    connectionTimeoutMillis: 2_000,
    lock_timeout: 5_000,
    statement_timeout: 8_000,
    idle_in_transaction_session_timeout: 10_000,
    query_timeout: 10_000,
  });
  // A rollback that was given up on leaves its transaction open: what the next user of such a
  // connection writes would be acknowledged and then lost.
  pool.on('release', (_error, client) => {
    if (client.getTransactionStatus() !== 'I') client.end();
  });
  return pool;
}

function connect(): PrismaClient {
  return new PrismaClient({
    adapter: env.DATABASE_URL
      ? new PrismaPg(serverPool(env.DATABASE_URL), { disposeExternalPool: true })
      : embeddedAdapter(env.DATA_DIR),
    // Creates of one workspace queue behind its row lock: give a burst time to drain.
    transactionOptions: { maxWait: 10_000, timeout: 10_000 },
  });
}

// Pages and routes are bundled apart; the client and the embedded database must exist once.
const shared = globalThis as typeof globalThis & { zendrhaxDb?: PrismaClient };
shared.zendrhaxDb ??= connect();

/** The database. Imported inside lib only; every query names its workspace and its columns. */
export const db = shared.zendrhaxDb;
