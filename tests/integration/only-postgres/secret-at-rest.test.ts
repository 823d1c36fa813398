import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { revokeApiKey } from '@/lib/api-keys/change/revoke-api-key';
import { makeApiKey, makeWorkspace } from '../../support/workspace';

test('a dump of the database has the SHA-256 and not the key', async () => {
  const workspace = await makeWorkspace();
  const { apiKey, secret } = await makeApiKey(workspace);
  await revokeApiKey(workspace.owner, apiKey.id);

  const arguments_ = ['--inserts', '--dbname', String(process.env.DATABASE_URL)];
  const dump = execFileSync('pg_dump', arguments_, { encoding: 'utf8' });
  expect(dump).toContain(createHash('sha256').update(secret).digest('hex'));
  expect(dump).toContain(apiKey.hint);
  expect(dump).not.toContain(secret.slice(7, -4));
});
