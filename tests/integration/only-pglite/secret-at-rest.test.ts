import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { revokeApiKey } from '@/lib/api-keys/change/revoke-api-key';
import { db } from '@/lib/database/client';
import { env } from '@/lib/env';
import { makeApiKey, makeWorkspace } from '../../support/workspace';

/** Every row of every table as text. */
async function dump(): Promise<string> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = 'public'`;
  const texts = tables.map(async ({ name }) => {
    const rows = await db.$queryRawUnsafe<{ text: string }[]>(
      `select t::text as text from "${name}" t`,
    );
    return rows.map(({ text }) => text).join('\n');
  });
  return (await Promise.all(texts)).join('\n');
}

function filesContain(folder: string, bytes: Buffer | string): boolean {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).some(
    (entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name)).includes(bytes),
  );
}

test('a dump and the files of the database have the SHA-256 and not the key', async () => {
  const workspace = await makeWorkspace();
  const { apiKey, secret } = await makeApiKey(workspace);
  await revokeApiKey(workspace.owner, apiKey.id);
  await db.$executeRaw`checkpoint`;
  const hash = createHash('sha256').update(secret).digest();
  const unique = secret.slice(7, -4);

  const text = await dump();
  expect(text).toContain(hash.toString('hex'));
  expect(text).not.toContain(unique);

  expect(filesContain(env.DATA_DIR, hash)).toBe(true);
  expect(filesContain(env.DATA_DIR, unique)).toBe(false);
  expect(filesContain(env.DATA_DIR, Buffer.from(secret.slice(3), 'hex'))).toBe(false);
});
