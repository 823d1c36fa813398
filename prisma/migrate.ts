import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PGlite } from '@electric-sql/pglite';
import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { openSchemaEngine } from './schema-engine';

const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url));

/** Any fixed number will do, as long as every instance uses the same one. */
const MIGRATION_LOCK = 7_229_011;

/** The database was made by a later version of the program than this one. */
export class NewerDatabaseError extends Error {
  override name = 'NewerDatabaseError';
}

/**
 * Brings a PostgreSQL server up to date. Instances that start at the same time take turns.
 * @param url PostgreSQL connection string
 * @returns names of the migrations that were applied now
 * @throws NewerDatabaseError, and the driver's own error when the server does not answer
 */
export async function migrateServer(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    return await migrate(new ScriptsWhole({ connectionString: url }), (sql) => client.query(sql));
  } finally {
    await client.end();
  }
}

/** The adapter cuts a script at every semicolon, one in a comment included; the server does not. */
class ScriptsWhole extends PrismaPg {
  override async connect() {
    const connection = await super.connect();
    connection.executeScript = async (script) => {
      await connection.underlyingDriver().query(script);
    };
    return connection;
  }
}

/** Brings an embedded database up to date; see {@link migrateServer}. */
export async function migrateEmbedded(database: PGlite): Promise<string[]> {
  return migrate(new PrismaPGlite(database), (sql) => database.query(sql));
}

async function migrate(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  query: (sql: string) => Promise<{ rows: unknown[] }>,
): Promise<string[]> {
  const migrationsList = await loadMigrations();
  const known = migrationsList.migrationDirectories.map(({ path }) => path);
  const unknown = (await appliedNames(query)).filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new NewerDatabaseError(
      `The database was made by a newer version of Zendrhax (it has ${unknown.join(', ')}). Run that version, or use another database.`,
    );
  }
  const engine = await openSchemaEngine(adapter);
  const { appliedMigrationNames } = await engine.applyMigrations({
    migrationsList,
    filters: { externalTables: [], externalEnums: [] },
  });
  engine.free();
  return appliedMigrationNames;
}

async function appliedNames(query: (sql: string) => Promise<{ rows: unknown[] }>) {
  const table = await query(`select to_regclass('_prisma_migrations') is not null as found`);
  if (!(table.rows as { found: boolean }[])[0]?.found) return [];
  const applied = await query('select migration_name from _prisma_migrations');
  return (applied.rows as { migration_name: string }[]).map((row) => row.migration_name);
}

/** The folder prisma/migrations in the form the engine takes. */
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
