import { expect, test } from 'vitest';
import { firstRequest } from '@/lib/api-keys/read/first-request';
import { getApiKey } from '@/lib/api-keys/read/get-api-key';
import { hashSecret } from '@/lib/api-keys/secret/secret';
import { verifyApiKey } from '@/lib/api-keys/secret/verify';
import { flushUsage } from '@/lib/api-keys/usage/flush-usage';
import { unwritten } from '@/lib/api-keys/usage/unwritten';
import { db } from '@/lib/database/client';
import { use } from '@/tests/support/usage';
import { makeApiKey, makeWorkspace } from '@/tests/support/workspace';

const lastUsedAtOf = async (id: string) =>
  (await db.apiKey.findUniqueOrThrow({ where: { id }, select: { lastUsedAt: true } })).lastUsedAt;

async function newKey() {
  const workspace = await makeWorkspace();
  const { apiKey, secret } = await makeApiKey(workspace);
  const verify = async () => (await verifyApiKey(String(hashSecret(secret)), '203.0.113.9')).apiKey;
  const first = async () => firstRequest(await getApiKey(workspace.owner, apiKey.id));
  return { id: apiKey.id, workspaceId: workspace.id, verify, first };
}

test('the first use of a key is written at once, and what follows by the next flush', async () => {
  const { id, workspaceId, verify } = await newKey();
  const found = await verify();
  expect(found?.isUnused).toBe(true);
  const key = { id, workspaceId, isUnused: true };
  use(id, { key });
  expect(unwritten.now.keys.has(id)).toBe(true);
  await expect.poll(() => lastUsedAtOf(id)).toBeInstanceOf(Date);
  expect((await verify())?.isUnused).toBe(false);
  // A request that was verified before that: it writes nothing of its own.
  use(id, { key });
  await new Promise((done) => setTimeout(done, 50));
  expect(unwritten.now.keys.has(id)).toBe(true);
  await flushUsage();
  expect(unwritten.now.keys.has(id)).toBe(false);
});

test('nothing is written at once of a key in use, of a dead one, or of what is over the limit', async () => {
  const { id, workspaceId } = await newKey();
  use(id, { key: { id, workspaceId, isUnused: false } });
  use(id, { key: { id, workspaceId, isUnused: true }, status: 429 });
  use(id, { key: { id, workspaceId }, isRefused: true, status: 401 });
  await new Promise((done) => setTimeout(done, 50));
  expect(unwritten.now.keys.has(id)).toBe(true);
  expect(await lastUsedAtOf(id)).toBeNull();
  await flushUsage();
});

test('whoever waits for the first request is told of the first that succeeded, until then of the last', async () => {
  const { id, first } = await newKey();
  expect(await first()).toBeNull();
  const at = Date.now() - 60_000;
  use(id, { at, isRefused: true, status: 401 });
  expect(await first()).toMatchObject({ outcome: 'refused', status: 401 });
  use(id, { at: at + 1_000, method: 'POST', route: '/api/invoices', status: 403 });
  expect(await first()).toMatchObject({ endpoint: 'POST /api/invoices', outcome: 'failed' });
  use(id, { at: at + 2_000 });
  use(id, { at: at + 3_000, route: '/api/invoices' });
  use(id, { at: at + 4_000, route: '/api/invoices', status: 404 });
  expect(await first()).toMatchObject({ endpoint: 'GET /api/me', outcome: 'succeeded' });
});
