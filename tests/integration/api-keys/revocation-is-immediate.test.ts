import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { revokeApiKey } from '@/lib/api-keys/change/revoke-api-key';
import { statusOf } from '../../support/api';
import { makeApiKey, makeWorkspace } from '../../support/workspace';

const ROUNDS = 200;
const CLIENTS = 32;

let addresses = 0;
/** So many wrong keys from one address would get 429 in place of 401. */
function anotherAddress(): string {
  addresses++;
  return `10.0.${(addresses >> 8) % 256}.${addresses % 256}`;
}

test('no request that starts after a revocation succeeds, with 32 clients at work', async () => {
  const workspace = await makeWorkspace({
    plan: { maxActiveApiKeys: null, requestsPerMinute: 1_000_000 },
  });

  for (let round = 0; round < ROUNDS; round++) {
    const { apiKey, secret } = await makeApiKey(workspace);
    const ask = () => {
      const headers = { 'X-Forwarded-For': anotherAddress() };
      return statusOf('/api/me', { key: secret, headers });
    };
    const [before, after]: [number[], number[]] = [[], []];
    let isRevoked = false;
    const client = async () => {
      for (let status = 200; status === 200 && after.length < CLIENTS; ) {
        const statuses = isRevoked ? after : before;
        status = await ask();
        statuses.push(status);
        await nextTurn();
      }
    };

    const clients = Array.from({ length: CLIENTS }, client);
    expect(await ask()).toBe(200);
    await revokeApiKey(workspace.owner, apiKey.id);
    isRevoked = true;
    after.push(await ask());
    await Promise.all(clients);
    expect(before).toContain(200);
    expect(new Set(after)).toEqual(new Set([401]));
  }
}, 300_000);
