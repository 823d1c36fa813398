import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import { env } from '@/lib/env';
import { oncePerProcess } from '@/lib/process/once-per-process';
import { PrismaClient } from '@/prisma/generated/client';
import { type EmbeddedDatabase, embeddedAdapter, openEmbeddedDatabase } from './embedded';
import { isStale } from './outage';
import { serverPool } from './server-pool';
import { connectionConfig } from './session-settings';

type Database = {
  prisma: PrismaClient;
  connections: () => Connections;
  sql: <Row extends object>(statement: Statement) => Promise<Row[]>;
};

const VERIFYING_CONNECTIONS = 4;

/** How many connections there are, and how many requests wait for one. */
export type Connections = { total: number; idle: number; waiting: number };

/** One statement, prepared once per connection under its name; not so behind a pooler. */
type Statement = { name: string; text: string; values: unknown[] };

/** @param isPooled the address is a pooler's: its sessions are shared, and their settings the role's */
function connectToServer(url: string, isPooled: boolean): Database {
  const config = isPooled ? { connectionString: url } : connectionConfig(url);
  const pool = serverPool(config, 20);
  // A separate pool, so that transactions that wait for a lock cannot delay the check of a key.
  const statements = serverPool(config, VERIFYING_CONNECTIONS);
  const pools = [pool, statements];
  const sum = (count: (one: pg.Pool) => number) => pools.reduce((all, one) => all + count(one), 0);
  return {
    prisma: prismaOn(new PrismaPg(pool, { disposeExternalPool: true })),
    connections: () => ({
      total: sum((one) => one.totalCount),
      idle: sum((one) => one.idleCount),
      waiting: sum((one) => one.waitingCount),
    }),
    sql: async <Row extends object>({ name, text, values }: Statement) =>
      isPooled
        ? (await statements.query<Row>(text, values)).rows
        : runPrepared<Row>(statements, { name, text, values }),
  };
}

/** Runs a statement again where it was prepared before somebody changed what it reads. */
async function runPrepared<Row extends object>(
  pool: pg.Pool,
  statement: pg.QueryConfig,
  triesLeft = VERIFYING_CONNECTIONS,
): Promise<Row[]> {
  try {
    return (await pool.query<Row>(statement)).rows;
  } catch (error) {
    // Each try ends the connection that it failed on, so the last one is on a new one.
    if (!isStale(error) || triesLeft === 0) throw error;
    return runPrepared(pool, statement, triesLeft - 1);
  }
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
  env.DATABASE_URL
    ? connectToServer(env.DATABASE_URL, env.DATABASE_DIRECT_URL !== undefined)
    : openEmbedded(env.DATA_DIR),
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
