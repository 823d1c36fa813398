import { expect, test } from 'vitest';
import { GET } from '@/app/api/me/route';
import { revokeApiKey } from '@/lib/api-keys/revoke-api-key';
import { send } from '../../support/api';
import { makeApiKey, makeWorkspace } from '../../support/workspace';

const ROUNDS = 200;
const CLIENTS = 32;

test('no request that starts after a revocation succeeds, with 32 clients at work', async () => {
  const workspace = await makeWorkspace({
    plan: { maxActiveApiKeys: null, requestsPerMinute: 1_000_000 },
  });
  let before = 0;
  const after: number[] = [];

  for (let round = 0; round < ROUNDS; round++) {
    const { apiKey, secret } = await makeApiKey(workspace);
    const client = async () => {
      for (let status = 200; status === 200; ) {
        const isLate = isRevoked;
        ({ status } = await send(GET, '/api/me', { key: secret }));
        if (isLate) after.push(status);
        else if (status === 200) before++;
      }
    };
    let isRevoked = false;
    const first = send(GET, '/api/me', { key: secret });
    const clients = Array.from({ length: CLIENTS }, client);
    expect((await first).status).toBe(200);

    await revokeApiKey(workspace.owner, apiKey.id);
    isRevoked = true;
    after.push((await send(GET, '/api/me', { key: secret })).status);
    await Promise.all(clients);
  }

  expect(before).toBeGreaterThan(ROUNDS);
  expect(after.length).toBeGreaterThanOrEqual(ROUNDS);
  expect(new Set(after)).toEqual(new Set([401]));
}, 90_000);
