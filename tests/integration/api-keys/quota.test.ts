import { expect, test } from 'vitest';
import { revokeApiKey } from '@/lib/api-keys/change/revoke-api-key';
import { getApiKeyQuota } from '@/lib/api-keys/model/quota';
import { db } from '@/lib/database/client';
import { onceAnswered } from '../../support/once-answered';
import { makeApiKey, makeMember, makeUser, makeWorkspace } from '../../support/workspace';

test.each([
  ['free', 1],
  ['starter', 5],
  ['pro', 20],
] as const)('the %s plan has room for %i active keys', async (plan, limit) => {
  const workspace = await makeWorkspace({ plan });
  for (let made = 0; made < limit; made++) await makeApiKey(workspace);
  await expect(makeApiKey(workspace)).rejects.toMatchObject({
    code: 'api_key_quota_reached',
    details: { limit, active: limit },
  });
  expect(await db.apiKey.count({ where: { workspaceId: workspace.id } })).toBe(limit);
});

test('50 creates at once with room for one make exactly one key', async () => {
  const workspace = await makeWorkspace({ plan: { maxActiveApiKeys: 3 } });
  for (let made = 0; made < 2; made++) await makeApiKey(workspace);
  const outcomes = await Promise.allSettled(
    Array.from({ length: 50 }, () => onceAnswered(() => makeApiKey(workspace))),
  );
  const refusals = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(refusals).toHaveLength(49);
  for (const { reason } of refusals) {
    expect(reason).toMatchObject({
      code: 'api_key_quota_reached',
      details: { limit: 3, active: 3 },
    });
  }
  expect(await db.apiKey.count({ where: { workspaceId: workspace.id } })).toBe(3);
});

test('a plan without a limit takes more keys than any other', async () => {
  const workspace = await makeWorkspace({ plan: 'enterprise' });
  for (let made = 0; made < 25; made++) await makeApiKey(workspace);
  expect(await getApiKeyQuota(workspace.owner)).toMatchObject({
    active: 25,
    limit: null,
    excess: 0,
  });
});

test('revoking a key makes room at once', async () => {
  const workspace = await makeWorkspace({ plan: 'free' });
  const { apiKey } = await makeApiKey(workspace);
  await revokeApiKey(workspace.owner, apiKey.id);
  await makeApiKey(workspace);
  await expect(makeApiKey(workspace)).rejects.toMatchObject({ code: 'api_key_quota_reached' });
});

test('an expired key makes room', async () => {
  const workspace = await makeWorkspace({ plan: 'free' });
  const { apiKey } = await makeApiKey(workspace, { expiresInDays: 7 });
  await expect(makeApiKey(workspace)).rejects.toMatchObject({ code: 'api_key_quota_reached' });
  await db.apiKey.update({
    where: { id: apiKey.id },
    data: { expiresAt: new Date(Date.now() - 1_000) },
  });
  await makeApiKey(workspace);
});

test('the keys of one workspace take no room of another', async () => {
  const [full, empty] = [
    await makeWorkspace({ plan: 'free' }),
    await makeWorkspace({ plan: 'free' }),
  ];
  await makeApiKey(full);
  await makeApiKey(empty);
});

test('the quota says how many keys are active and how many may be', async () => {
  const workspace = await makeWorkspace({ plan: 'starter' });
  const { apiKey } = await makeApiKey(workspace);
  await makeApiKey(workspace);
  await revokeApiKey(workspace.owner, apiKey.id);
  expect(await getApiKeyQuota(workspace.owner)).toMatchObject({
    planName: 'Starter',
    active: 1,
    limit: 5,
    excess: 0,
  });
});

test('after a downgrade the quota says how many keys must go before one can be made', async () => {
  const workspace = await makeWorkspace({ plan: 'starter' });
  const keys = [];
  for (let made = 0; made < 4; made++) keys.push(await makeApiKey(workspace));
  await db.workspace.update({
    where: { id: workspace.id },
    data: { plan: { connect: { slug: 'free' } } },
  });
  expect(await getApiKeyQuota(workspace.owner)).toMatchObject({ active: 4, limit: 1, excess: 4 });
  for (const { apiKey } of keys) {
    await expect(makeApiKey(workspace)).rejects.toMatchObject({ code: 'api_key_quota_reached' });
    await revokeApiKey(workspace.owner, apiKey.id);
  }
  await makeApiKey(workspace);
});

test('the quota says what the plan includes', async () => {
  const workspace = await makeWorkspace({ plan: { features: [] } });
  expect(await getApiKeyQuota(workspace.owner)).toMatchObject({ features: [] });
});

test('only the Owner of today sees the quota', async () => {
  const workspace = await makeWorkspace();
  const admin = await makeMember(workspace, 'ADMIN');
  await expect(getApiKeyQuota(admin)).rejects.toMatchObject({ code: 'owner_required' });
  await db.workspace.update({ where: { id: workspace.id }, data: { ownerId: await makeUser() } });
  await expect(getApiKeyQuota(workspace.owner)).rejects.toMatchObject({ code: 'owner_required' });
});
