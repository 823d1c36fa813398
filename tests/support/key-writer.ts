/** Makes and revokes keys until it is killed, and says each one once it is done. */
import { writeSync } from 'node:fs';
import { createApiKey } from '@/lib/api-keys/change/create-api-key';
import { revokeApiKey } from '@/lib/api-keys/change/revoke-api-key';
import { makeWorkspace } from './workspace';

const STDOUT = 1;

const { owner } = await makeWorkspace({ plan: 'enterprise' });

async function write(): Promise<never> {
  for (;;) {
    const { apiKey } = await createApiKey(owner, { name: 'Until the end' });
    writeSync(STDOUT, `created ${apiKey.id}\n`);
    await revokeApiKey(owner, apiKey.id);
    writeSync(STDOUT, `revoked ${apiKey.id}\n`);
  }
}

await Promise.all([write(), write(), write()]);
