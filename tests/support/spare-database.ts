import { randomUUID } from 'node:crypto';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { createDatabase } from './postgres';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where migrated databases are to be had: a folder of folders, or a server. */
    database: { kind: 'pglite'; folder: string } | { kind: 'postgres'; url: string };
  }
}

/** @returns a new data folder with a migrated, empty database in it */
export function copyFolder(): string {
  const database = inject('database');
  if (database.kind !== 'pglite') throw new Error('This is the project for PostgreSQL.');
  const copy = join(database.folder, randomUUID());
  cpSync(join(database.folder, 'template'), copy, { recursive: true });
  return copy;
}

/** @returns the address of a new database: migrated and without rows, or without tables too */
export async function copyDatabase(template: 'template' | 'template0' = 'template') {
  const database = inject('database');
  if (database.kind !== 'postgres') throw new Error('This is the project for PGlite.');
  const name = randomUUID();
  await createDatabase(database.url, name, template);
  return database.url.replace(/[^/]*$/, name);
}
