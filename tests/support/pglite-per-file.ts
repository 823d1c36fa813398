import { vi } from 'vitest';
import { empty, rememberTables } from './emptied';
import { copyFolder } from './spare-database';

type Embedded = { folder: string; database: ZendrhaxProcess['database'] };

/** The files of a thread take turns with one database, as opening one takes longer than most of them. */
const thread = globalThis as typeof globalThis & { embedded?: Embedded };

async function open(): Promise<Embedded> {
  const folder = copyFolder();
  process.env.DATA_DIR = folder;
  await import('@/lib/database/client');
  const database = globalThis.zendrhax?.database;
  if (!database) throw new Error('The client opens the database when it is imported.');
  await rememberTables(database);
  vi.resetModules();
  return { folder, database };
}

if (thread.embedded) await empty(thread.embedded.database);
thread.embedded ??= await open();
process.env.DATA_DIR = thread.embedded.folder;
globalThis.zendrhax = { ...globalThis.zendrhax, database: thread.embedded.database };
