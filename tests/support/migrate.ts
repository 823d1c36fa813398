/** Migrates the database that its argument names: an address of PostgreSQL, or a folder. */
import { PGlite } from '@electric-sql/pglite';
import { migrateEmbedded, migrateServer } from '@/prisma/migrate';

const target = String(process.argv[2]);
try {
  const applied = target.startsWith('postgres')
    ? await migrateServer(target)
    : await migrateFolder(target);
  console.log(JSON.stringify(applied));
  process.exit(0);
} catch (error) {
  const { name, message } = error as Error;
  console.log(`${name}: ${message}`);
  process.exit(1);
}

async function migrateFolder(folder: string): Promise<string[]> {
  const database = new PGlite(folder);
  const applied = await migrateEmbedded(database);
  await database.close();
  return applied;
}
