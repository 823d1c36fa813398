/**
 * Migrates the database before the server opens it, and fills a new embedded one with the demo
 * workspaces, unless its origin is public. Exit codes: 0 ready, 1 not usable, 75 (EX_TEMPFAIL) the server does not answer.
 */
import pg from 'pg';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import {
  EmbeddedDatabaseError,
  openEmbeddedDatabase,
  waitForEmbeddedDatabase,
} from '@/lib/database/embedded';
import { isOutage, isRefusedConnection } from '@/lib/database/outage';
import { PrismaClient } from '@/prisma/generated/client';
import { migrateEmbedded, migrateServer, NewerDatabaseError } from '@/prisma/migrate';
import { assertInForce, PooledSettingsError, setForRole } from '@/prisma/role-settings';
import { hasDemoAccounts, seedDemo } from '@/prisma/seed';

const EX_TEMPFAIL = 75;

async function prepareEmbedded(dataDir: string, hasDemo: boolean): Promise<void> {
  await waitForEmbeddedDatabase(dataDir, () =>
    console.log('  The data folder is locked; waiting up to 12 seconds for its holder to go'),
  );
  const database = openEmbeddedDatabase(dataDir);
  await database.waitReady.catch((cause) => {
    throw new EmbeddedDatabaseError(
      `The embedded database in ${dataDir} cannot be opened. Its files may belong to another user, or to another version of PostgreSQL.`,
      { cause },
    );
  });
  const applied = await migrateEmbedded(database);
  if (applied.length > 0) console.log(`  Applied ${applied.length} migrations`);
  const db = new PrismaClient({ adapter: new PrismaPGlite(database) });
  if (hasDemo) await addDemo(db);
  else await assertNoDemo(db, dataDir);
  await database.close();
}

async function addDemo(db: PrismaClient): Promise<void> {
  if ((await db.user.count()) > 0) return;
  console.log('  Adding the demo workspaces');
  await seedDemo(db);
}

/** Anyone on the net could sign in as the demo's people (ASVS 6.3.2). */
async function assertNoDemo(db: PrismaClient, dataDir: string): Promise<void> {
  if (await hasDemoAccounts(db)) {
    throw new EmbeddedDatabaseError(
      `The data folder ${dataDir} has the demo accounts, whose password is public, and NEXTAUTH_URL is no address of this machine. Set DATA_DIR to a new folder.`,
    );
  }
  console.log('  No demo workspaces: NEXTAUTH_URL is no address of this machine');
}

/** @param directUrl of the server itself, where `url` is a pooler's */
async function prepareServer(url: string, directUrl?: string): Promise<void> {
  const applied = await migrateServer(directUrl ?? url);
  if (applied.length > 0) console.log(`  Applied ${applied.length} migrations`);
  if (!directUrl) return;
  await setForRole(directUrl, new URL(url).username);
  await assertInForce(url);
}

/** Errors that the person at the shell can fix: they need only the message, not a stack trace. */
function isExpected(error: Error): boolean {
  const names = [
    EmbeddedDatabaseError.name,
    NewerDatabaseError.name,
    PooledSettingsError.name,
    'EnvError',
  ];
  return names.includes(error.name) || error instanceof pg.DatabaseError;
}

try {
  // Imported here so that wrong settings give a message and not a stack trace.
  const { env } = await import('@/lib/env');
  const { hasDemo } = await import('@/lib/installation');
  await (env.DATABASE_URL
    ? prepareServer(env.DATABASE_URL, env.DATABASE_DIRECT_URL)
    : prepareEmbedded(env.DATA_DIR, hasDemo));
  process.exit(0);
} catch (error) {
  if (isRefusedConnection(error)) {
    const { message } = error as Error;
    console.error(
      `\nDATABASE_URL is the address of a pooler, which takes no settings at connect (${message}). Set DATABASE_DIRECT_URL to the address of the PostgreSQL server itself (docs/database.md).`,
    );
    process.exit(1);
  }
  if (isOutage(error)) process.exit(EX_TEMPFAIL);
  console.error(isExpected(error as Error) ? `\n${(error as Error).message}` : error);
  process.exit(1);
}
