import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { env } from '@/lib/env';
import { oncePerProcess } from '@/lib/process/once-per-process';
import { PrismaClient } from '@/prisma/generated/client';
import { type EmbeddedDatabase, embeddedAdapter, openEmbeddedDatabase } from './embedded';

type Database = {
  prisma: PrismaClient;
  connections: () => Connections;
  sql: <Row extends object>(statement: Statement) => Promise<Row[]>;
};

/** How many connections there are, and how many requests wait for one. */
export type Connections = { total: number; idle: number; waiting: number };

/** One statement, prepared once per connection under its name. */
type Statement = { name: string; text: string; values: unknown[] };

/**
 * Connections to a PostgreSQL server. Its own timeouts come first, because they fail cleanly: for a
 * lock, a statement, and an idle transaction. The client's timeout is for a server that hangs, so
 * that requests fail instead of piling up.
 */
function serverPool(connectionString: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    connectionTimeoutMillis: 2_000,
    lock_timeout: 5_000,
    statement_timeout: 8_000,
    idle_in_transaction_session_timeout: 10_000,
    query_timeout: 10_000,
  });
  // If a rollback timed out, the transaction is still open. What the next user of the connection
  // writes would be acknowledged and then lost.
  pool.on('release', (_error, client) => {
    if (client.getTransactionStatus() !== 'I') client.end();
  });
  // Without a listener, an idle connection that breaks would end the process.
  pool.on('error', () => {});
  return pool;
}

function connectToServer(url: string): Database {
  const pool = serverPool(url, 20);
  // A separate pool, so that transactions that wait for a lock cannot delay the check of a key.
  const statements = serverPool(url, 4);
  const pools = [pool, statements];
  const sum = (count: (one: pg.Pool) => number) => pools.reduce((all, one) => all + count(one), 0);
  return {
    prisma: prismaOn(new PrismaPg(pool, { disposeExternalPool: true })),
    connections: () => ({
      total: sum((one) => one.totalCount),
      idle: sum((one) => one.idleCount),
      waiting: sum((one) => one.waitingCount),
    }),
    sql: async <Row extends object>(statement: Statement) =>
      (await statements.query<Row>(statement)).rows,
  };
}

function openEmbedded(dataDir: string): Database {
  let opened: EmbeddedDatabase | undefined;
  const open = () => {
    opened ??= openEmbeddedDatabase(dataDir);
    return opened;
  };
  return {
    prisma: prismaOn(embeddedAdapter(open)),
    connections: () => ({ total: 0, idle: 0, waiting: 0 }),
    sql: async <Row extends object>({ text, values }: Statement) =>
      (await open().query<Row>(text, values)).rows,
  };
}

function prismaOn(adapter: PrismaPg | ReturnType<typeof embeddedAdapter>): PrismaClient {
  return new PrismaClient({
    adapter,
    // Creates in one workspace wait for its row lock: give a burst time to finish.
    transactionOptions: { maxWait: 10_000, timeout: 10_000 },
  });
}

declare global {
  interface ZendrhaxProcess {
    database: Database;
  }
}

const database = oncePerProcess('database', () =>
  env.DATABASE_URL ? connectToServer(env.DATABASE_URL) : openEmbedded(env.DATA_DIR),
);

/** The database. Imported inside lib only; every query names its workspace and its columns. */
export const db = database.prisma;

/**
 * Runs one statement without Prisma, for the queries of every API request (docs/decisions/009).
 * @returns its rows, with timestamps as Date and bytea as bytes
 * @throws the driver's error
 */
export const sql = database.sql;

/** Connections to the PostgreSQL server at this moment; all zero for the embedded database. */
export const countConnections = database.connections;
