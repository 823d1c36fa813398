/** Prints what prisma/schema.prisma has and the database in the folder that is named lacks, as SQL. */
import { PGlite } from '@electric-sql/pglite';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { openSchemaEngine, schemaFiles } from '@/prisma/schema-engine';

const engine = await openSchemaEngine(new PrismaPGlite(new PGlite(String(process.argv[2]))));
const { stdout } = await engine.diff({
  from: { tag: 'schemaDatasource', files: await schemaFiles(), configDir: '' },
  to: { tag: 'schemaDatamodel', files: await schemaFiles() },
  script: true,
  exitCode: null,
  filters: { externalTables: [], externalEnums: [] },
});
console.log(stdout);
process.exit(0);
