import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PGlite } from '@electric-sql/pglite';
import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { connectionConfig, PATIENT_SETTINGS } from '@/lib/database/session-settings';
import { openSchemaEngine } from './schema-engine';

const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url));

/** Any fixed number will do, as long as every instance uses the same one. */
const MIGRATION_LOCK = 7_229_011;

/** A later version of the program has migrated the database. */
export class NewerDatabaseError extends Error {
  override name = 'NewerDatabaseError';
}

/**
 * Migrates a PostgreSQL server. Instances that start at the same time take turns, by a lock that a
 * transaction holds until the end.
 * @param url PostgreSQL connection string
 * @returns names of the migrations that were applied now
 * @throws NewerDatabaseError, and the driver's own error when the server does not answer
 */
export async function migrateServer(url: string): Promise<string[]> {
  const config = connectionConfig(url, PATIENT_SETTINGS);
  const clients = [await connect(config), await connect(config)] as const;
  const [turn, scripts] = clients;
  try {
    await turn.query('begin');
    await turn.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    return await migrate(
      new PrismaPg(config),
      (sql) => scripts.query(sql),
      (script) => scripts.query(script),
    );
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

async function connect(config: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client({ ...config, connectionTimeoutMillis: 2_000 });
  await client.connect();
  // Without a listener, a lost connection would end the process. The next query fails anyway.
  client.on('error', () => {});
  return client;
}

/** Migrates an embedded database; see {@link migrateServer}. */
export async function migrateEmbedded(database: PGlite): Promise<string[]> {
  const adapter = new PrismaPGlite(database);
  return migrate(
    adapter,
    (sql) => database.query(sql),
    (script) => database.exec(script),
  );
}

async function migrate(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  query: (sql: string) => Promise<{ rows: unknown[] }>,
  execute: (script: string) => Promise<unknown>,
): Promise<string[]> {
  const migrationsList = await loadMigrations();
  const known = migrationsList.migrationDirectories.map(({ path }) => path);
  const unknown = (await appliedNames(query)).filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new NewerDatabaseError(
      `The database was made by a newer version of Zendrhax (it has ${unknown.join(', ')}). Run that version, or use another database.`,
    );
  }
  // The engine's error names the failed migration but not the database's error.
  let cause: unknown;
  const engine = await openSchemaEngine(
    takingScriptsWhole(adapter, (script) =>
      execute(script).catch((error) => {
        cause = error;
        throw error;
      }),
    ),
  );
  try {
    const filters = { externalTables: [], externalEnums: [] };
    return (await engine.applyMigrations({ migrationsList, filters })).appliedMigrationNames;
  } catch (error) {
    throw cause ? new Error((error as Error).message, { cause }) : error;
  } finally {
    engine.free();
  }
}

/**
 * Sends each script to the database whole, as one transaction. One adapter would split it at every
 * semicolon, even in comments and functions, and the other would not wait for it.
 */
function takingScriptsWhole(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  execute: (script: string) => Promise<unknown>,
): SqlMigrationAwareDriverAdapterFactory {
  const executeScript = async (script: string) => {
    await execute(script);
  };
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    connect: async () => Object.assign(await adapter.connect(), { executeScript }),
    connectToShadowDb: () => adapter.connectToShadowDb(),
  };
}

async function appliedNames(query: (sql: string) => Promise<{ rows: unknown[] }>) {
  const table = await query(`select to_regclass('_prisma_migrations') is not null as found`);
  if (!(table.rows as { found: boolean }[])[0]?.found) return [];
  const applied = await query('select migration_name from _prisma_migrations');
  return (applied.rows as { migration_name: string }[]).map((row) => row.migration_name);
}

/** The folder prisma/migrations in the engine's format. */
export async function loadMigrations() {
  const entries = await readdir(MIGRATIONS, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return {
    baseDir: MIGRATIONS,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.sort().map(async (path) => ({
        path,
        migrationFile: {
          path: 'migration.sql',
          content: {
            tag: 'ok' as const,
            value: await readFile(join(MIGRATIONS, path, 'migration.sql'), 'utf8'),
          },
        },
      })),
    ),
  };
}
