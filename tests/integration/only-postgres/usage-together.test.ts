import { expect, test } from 'vitest';
import { CLIENTS_PER_KEY } from '@/lib/api-keys/usage/clients/counted-clients';
import { add, nothing } from '@/lib/api-keys/usage/key-usage';
import { RECENT_REQUESTS } from '@/lib/api-keys/usage/recent';
import { batchesOf, writeOnce } from '@/lib/api-keys/usage/write-usage';
import { db } from '@/lib/database/client';
import { makeApiKey, makeWorkspace } from '@/tests/support/workspace';
import { onceAnswered } from '../../support/once-answered';

const INSTANCES = 12;
const PAST = Date.now() - 3_600_000;

test('instances that write the use of the same keys at once lose nothing of each other', async () => {
  const workspace = await makeWorkspace({ plan: 'enterprise' });
  const ids: string[] = [];
  while (ids.length < 30) ids.push((await makeApiKey(workspace)).apiKey.id);

  const work = async (instance: number) => {
    for (let flush = 0; flush < 5; flush++) {
      const all = nothing();
      // Each begins with another key, so that only the order of the rows keeps them apart.
      const order = [...ids.slice(instance * 2), ...ids.slice(0, instance * 2)];
      for (const id of order) {
        for (let request = 0; request < 3; request++) {
          const number = flush * 1_000 + request * 100 + instance;
          add(
            all,
            { id, workspaceId: workspace.id },
            {
              ...{ at: PAST + number, endpoint: 'GET /api/me', outcome: 'succeeded', status: 200 },
              ...{
                requestId: `${number}`,
                address: `10.0.${instance}.${flush}`,
                agent: `${request}`,
                isElsewhere: false,
              },
            },
          );
        }
      }
      for (const batch of batchesOf([...all.keys.values()])) {
        await onceAnswered(() => writeOnce(batch));
      }
    }
  };
  await Promise.all(Array.from({ length: INSTANCES }, (_, instance) => work(instance)));

  const total = INSTANCES * 5 * 3;
  for (const apiKeyId of ids) {
    const where = { apiKeyId };
    const hours = await db.apiKeyUsage.findMany({ where });
    expect(hours.reduce((sum, { succeeded }) => sum + succeeded, 0)).toBe(total);
    const clients = await db.apiKeyClient.findMany({ where });
    expect(clients).toHaveLength(CLIENTS_PER_KEY + 1);
    expect(clients.reduce((sum, { requests }) => sum + Number(requests), 0)).toBe(total);
    const recent = await db.apiKeyRecentRequests.findUniqueOrThrow({ where });
    const times = recent.lines.map((line) => Number(line.split(' ')[0]) - PAST);
    const all = Array.from({ length: 5 * 3 * INSTANCES }, (_, index) => {
      const [flush, rest] = [Math.floor(index / (3 * INSTANCES)), index % (3 * INSTANCES)];
      return flush * 1_000 + Math.floor(rest / INSTANCES) * 100 + (rest % INSTANCES);
    });
    const newest = all.sort((one, other) => other - one).slice(0, RECENT_REQUESTS);
    expect(times).toEqual(newest);
  }
});
