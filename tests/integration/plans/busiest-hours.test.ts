import { expect, test } from 'vitest';
import { busiestHours } from '@/lib/api-keys/read/busiest-hours';
import { noCounts } from '@/lib/api-keys/usage/counts';
import { db } from '@/lib/database/client';
import { makeApiKey, makeMember, makeWorkspace } from '@/tests/support/workspace';

const HOUR_MS = 3_600_000;

/** Requests of a key, so many hours ago. */
async function requests(apiKeyId: string, hoursAgo: number, endpoint: string, counts: object) {
  const hour = new Date(Math.floor(Date.now() / HOUR_MS - hoursAgo) * HOUR_MS);
  await db.apiKeyUsage.create({ data: { apiKeyId, hour, endpoint, ...noCounts(), ...counts } });
}

test('the busiest hour of each key is told, of what a limit lets through, in the last 24 hours', async () => {
  const workspace = await makeWorkspace();
  const [one, other] = [await makeApiKey(workspace), await makeApiKey(workspace)];
  await makeApiKey(workspace);
  await requests(one.apiKey.id, 1, 'GET /api/me', { succeeded: 10, rateLimited: 900 });
  await requests(one.apiKey.id, 1, 'GET /api/invoices', { succeeded: 5, failed: 2, errored: 1 });
  await requests(one.apiKey.id, 2, 'GET /api/me', { succeeded: 12, refused: 400 });
  await requests(one.apiKey.id, 30, 'GET /api/me', { succeeded: 500 });
  await requests(other.apiKey.id, 3, 'GET /api/me', { succeeded: 40 });
  const foreign = await makeApiKey(await makeWorkspace());
  await requests(foreign.apiKey.id, 1, 'GET /api/me', { succeeded: 70 });
  expect(await busiestHours(workspace.owner)).toEqual([40, 18]);

  const member = await makeMember(workspace, 'ADMIN');
  await expect(busiestHours(member)).rejects.toMatchObject({ code: 'owner_required' });
  expect(await busiestHours({ ...member, isOwner: true })).toEqual([]);
});
