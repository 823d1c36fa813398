import { expect, test } from 'vitest';
import { pauseApiKey } from '@/lib/api-keys/change/pause-api-key';
import { resumeApiKey } from '@/lib/api-keys/change/resume-api-key';
import { revokeApiKey } from '@/lib/api-keys/change/revoke-api-key';
import { getApiKey } from '@/lib/api-keys/read/get-api-key';
import { lastDay, lastDayIn } from '@/lib/api-keys/read/last-day';
import { readUsage } from '@/lib/api-keys/read/read-usage';
import { verdictOf } from '@/lib/api-keys/read/verdict';
import { use } from '@/tests/support/usage';
import { makeApiKey, makeWorkspace, type TestWorkspace } from '@/tests/support/workspace';

const DAY_MS = 24 * 3_600_000;

async function verdictOn({ owner }: TestWorkspace, id: string) {
  const day = (await lastDay(owner, [id])).get(id);
  return verdictOf(await getApiKey(owner, id), day);
}

async function newKey() {
  const workspace = await makeWorkspace();
  const { id } = (await makeApiKey(workspace)).apiKey;
  return { workspace, id };
}

test('a key in use: how often, for how many endpoints, and by whom last', async () => {
  const { workspace, id } = await newKey();
  use(id, { times: 3 });
  use(id, { route: '/api/invoices', status: 422 });
  use(id, { route: '/api/invoices', address: '198.51.100.9', userAgent: 'node' });
  expect(await verdictOn(workspace, id)).toEqual({
    kind: 'used',
    requests: 5,
    endpoints: 2,
    client: { address: '198.51.100.9', agent: 'node' },
  });
});

test('a key that was used before the last day is idle since then, one without a request never used', async () => {
  const { workspace, id } = await newKey();
  expect(await verdictOn(workspace, id)).toEqual({ kind: 'never' });
  const at = Date.now() - 3 * DAY_MS;
  use(id, { at });
  expect(await verdictOn(workspace, id)).toEqual({ kind: 'idle', since: new Date(at) });
});

test('a key that is paused or has ended, and is sent all the same, is still tried', async () => {
  const { workspace, id } = await newKey();
  use(id, { times: 2 });
  await pauseApiKey(workspace.owner, id, { minutes: 60 });
  const lastUsedAt = (await getApiKey(workspace.owner, id)).lastUsedAt;
  expect(await verdictOn(workspace, id)).toEqual({ kind: 'idle', since: lastUsedAt });

  const refused = { isRefused: true, status: 401, address: '198.51.100.10', times: 4 };
  use(id, refused);
  const client = { address: '198.51.100.10', agent: 'curl/8.5.0' };
  expect(await verdictOn(workspace, id)).toEqual({ kind: 'tried', requests: 4, client });

  await resumeApiKey(workspace.owner, id);
  expect(await verdictOn(workspace, id)).toMatchObject({ kind: 'used', requests: 2, endpoints: 1 });
  await revokeApiKey(workspace.owner, id);
  expect(await verdictOn(workspace, id)).toEqual({ kind: 'tried', requests: 4, client });
});

test('a day is told of the own keys alone', async () => {
  const [one, other] = [await newKey(), await newKey()];
  use(other.id);
  const days = await lastDay(one.workspace.owner, [one.id, other.id]);
  expect([...days.keys()]).toEqual([one.id]);
  expect(days.get(one.id)?.client).toBeNull();
});

test('the page of a key, which has read more of it, says the same as its row', async () => {
  const { workspace, id } = await newKey();
  const read = async () => {
    const ofRow = (await lastDay(workspace.owner, [id])).get(id);
    const ofPage = lastDayIn(await readUsage(await getApiKey(workspace.owner, id), 'day'));
    const [client, user] = [ofRow?.client, ofRow?.user].map(
      (one) => one && expect.objectContaining(one),
    );
    return [ofPage, { ...ofRow, client, user }];
  };
  const [none, ofNone] = await read();
  expect(none).toEqual(ofNone);
  use(id, { at: Date.now() - 3 * DAY_MS, address: '198.51.100.12' });
  const [before, ofBefore] = await read();
  expect(before).toEqual(ofBefore);
  use(id, { times: 3 });
  use(id, { route: '/api/invoices', status: 500, address: '198.51.100.9', userAgent: 'node' });
  use(id, { isRefused: true, status: 401, route: '/api/invoices/{id}' });
  const [used, ofUsed] = await read();
  expect(used).toEqual(ofUsed);
  const endpoints = ['GET /api/invoices', 'GET /api/me'];
  expect(used).toMatchObject({ requests: 5, refused: 1, endpoints });
});
