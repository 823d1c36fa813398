/**
 * Brings the database up to date before the server opens it, and fills a new embedded one with the
 * demo workspaces. Exit codes: 0 ready, 1 not usable, 75 (EX_TEMPFAIL) the server does not answer.
 */
import { PrismaPGlite } from 'pglite-prisma-adapter';
import {
  EmbeddedDatabaseError,
  openEmbeddedDatabase,
  waitForEmbeddedDatabase,
} from '@/lib/embedded-database';
import { PrismaClient } from '@/prisma/generated/client';
import { migrateEmbedded, migrateServer, NewerDatabaseError } from '@/prisma/migrate';
import { seedDemo } from '@/prisma/seed';

const EX_TEMPFAIL = 75;

async function prepareEmbedded(dataDir: string): Promise<void> {
  await waitForEmbeddedDatabase(dataDir, () =>
    console.log('  The data folder is locked; waiting up to 12 seconds for its holder to go'),
  );
  const database = openEmbeddedDatabase(dataDir);
  const applied = await migrateEmbedded(database);
  if (applied.length > 0) console.log(`  Applied ${applied.length} migrations`);
  const db = new PrismaClient({ adapter: new PrismaPGlite(database) });
  if ((await db.user.count()) === 0) {
    console.log('  Adding the demo workspaces');
    await seedDemo(db);
  }
  await database.close();
}

async function prepareServer(url: string): Promise<void> {
  const applied = await migrateServer(url);
  if (applied.length > 0) console.log(`  Applied ${applied.length} migrations`);
}

/** An outage of the database server, as opposed to a wrong password or a broken migration. */
function isOutage(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  const codes = /^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOSTUNREACH|57P0)/;
  return codes.test(code) || /timeout|terminated/i.test(message);
}

const EXPECTED = [EmbeddedDatabaseError.name, NewerDatabaseError.name, 'EnvError'];

try {
  // Imported here so that wrong settings arrive as a message and not as a stack trace.
  const { env } = await import('@/lib/env');
  await (env.DATABASE_URL ? prepareServer(env.DATABASE_URL) : prepareEmbedded(env.DATA_DIR));
  process.exit(0);
} catch (error) {
  if (isOutage(error)) process.exit(EX_TEMPFAIL);
  const { name, message } = error as Error;
  console.error(EXPECTED.includes(name) ? `\n${message}` : error);
  process.exit(1);
}
