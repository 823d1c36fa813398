import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { generateSecret } from '@/lib/api-keys/secret/secret';

/**
 * Opens the embedded database of a server that is not running.
 * @param folder its data folder
 */
export async function inFolder<Result>(
  folder: string,
  work: (database: PGlite) => Promise<Result>,
): Promise<Result> {
  const database = new PGlite(join(folder, 'postgres'));
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** Stores a key of the demo workspace Acme. */
export async function storeApiKey(folder: string): Promise<string> {
  const { secret, hash, hint } = generateSecret();
  const { affectedRows } = await inFolder(folder, (database) =>
    database.query(
      `insert into "ApiKey" ("id", "workspaceId", "name", "hash", "hint", "scopes")
       select gen_random_uuid(), "id", 'Test', $1, $2, '{invoices:read,invoices:write}'
       from "Workspace" where "name" = 'Acme'`,
      [hash, hint],
    ),
  );
  if (affectedRows !== 1) throw new Error('There is no workspace Acme.');
  return secret;
}
