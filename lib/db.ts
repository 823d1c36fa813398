import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@/prisma/generated/client';
import { embeddedAdapter } from './embedded-database';
import { env } from './env';

function connect(): PrismaClient {
  return new PrismaClient({
    adapter: env.DATABASE_URL
      ? new PrismaPg({
          connectionString: env.DATABASE_URL,
          // A server that hangs is as good as away: requests fail rather than pile up.
          connectionTimeoutMillis: 2_000,
          query_timeout: 10_000,
        })
      : embeddedAdapter(env.DATA_DIR),
    // Creates of one workspace queue behind its row lock: give a burst time to drain.
    transactionOptions: { maxWait: 10_000, timeout: 10_000 },
  });
}

// Next bundles each route on its own; the client and the embedded database must exist once.
const shared = globalThis as typeof globalThis & { zendrhaxDb?: PrismaClient };
shared.zendrhaxDb ??= connect();

/** The database. Imported inside lib only; every query names its workspace and its columns. */
export const db = shared.zendrhaxDb;
