/**
 * npm run db:migration -- <name>
 * Writes the difference between prisma/schema.prisma and the migrations into a new migration
 * folder. Read and complete it by hand before you commit it.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { migrateEmbedded } from './migrate';
import { openSchemaEngine, schemaFiles } from './schema-engine';

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error('Usage: npm run db:migration -- <name in lower case, digits and underscores>');
  process.exit(1);
}

const database = new PGlite();
await migrateEmbedded(database);
const engine = await openSchemaEngine(new PrismaPGlite(database));
const { stdout } = await engine.diff({
  from: { tag: 'schemaDatasource', files: await schemaFiles(), configDir: '' },
  to: { tag: 'schemaDatamodel', files: await schemaFiles() },
  script: true,
  exitCode: null,
  filters: { externalTables: [], externalEnums: [] },
});

const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
const folder = new URL(`./migrations/${stamp}_${name}/`, import.meta.url);
await mkdir(folder, { recursive: true });
await writeFile(new URL('migration.sql', folder), stdout ?? '');
console.log(`Wrote prisma/migrations/${stamp}_${name}/migration.sql`);
process.exit(0);
