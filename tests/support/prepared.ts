import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { createDatabase } from './postgres';

declare module 'vitest' {
  interface ProvidedContext {
    /** What scripts/prepare.ts has made: a data folder with the demo, and a database of a server. */
    prepared: { folder: string; url: string };
  }
}

/** @returns a new data folder with the demo in it, prepared as on this machine */
export function copyPreparedFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zendrhax-server-'));
  cpSync(inject('prepared').folder, folder, { recursive: true });
  return folder;
}

/** @returns the address of a new database, migrated and without rows, of the server that all share */
export async function copyPreparedDatabase(): Promise<string> {
  const { url } = inject('prepared');
  const name = randomUUID();
  await createDatabase(url.replace(/[^/]*$/, 'postgres'), name, 'template');
  return url.replace(/[^/]*$/, name);
}
