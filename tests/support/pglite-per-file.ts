import { vi } from 'vitest';
import { type EmbeddedDatabase, empty, rememberTables } from './emptied';
import { copyFolder } from './spare-database';

/** The files of a thread take turns with one database, as opening one takes longer than most of them. */
const thread = globalThis as typeof globalThis & {
  zendrhax: Map<string, unknown>;
  embedded?: { folder: string; database: EmbeddedDatabase };
};

if (thread.embedded) {
  await empty(thread.embedded.database);
  process.env.DATA_DIR = thread.embedded.folder;
} else {
  const folder = copyFolder();
  process.env.DATA_DIR = folder;
  await import('@/lib/database/client');
  const database = thread.zendrhax.get('database') as EmbeddedDatabase;
  await rememberTables(database);
  thread.embedded = { folder, database };
  vi.resetModules();
}
thread.zendrhax.set('database', thread.embedded.database);
