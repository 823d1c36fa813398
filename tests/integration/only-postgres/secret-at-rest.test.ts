import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { revokeApiKey } from '@/lib/api-keys/change/revoke-api-key';
import { connectionConfig } from '@/lib/database/session-settings';
import { makeApiKey, makeWorkspace } from '../../support/workspace';

test('a dump of the database has the SHA-256 and not the key', async () => {
  const workspace = await makeWorkspace();
  const { apiKey, secret } = await makeApiKey(workspace);
  await revokeApiKey(workspace.owner, apiKey.id);

  const { connectionString, options } = connectionConfig(String(process.env.DATABASE_URL));
  const dump = execFileSync('pg_dump', ['--inserts', '--dbname', connectionString], {
    encoding: 'utf8',
    env: { ...process.env, PGOPTIONS: options },
  });
  expect(dump).toContain(createHash('sha256').update(secret).digest('hex'));
  expect(dump).toContain(apiKey.hint);
  expect(dump).not.toContain(secret.slice(7, -4));
});
