import { expect, test } from 'vitest';
import { revokeApiKey } from '@/lib/api-keys/change/revoke-api-key';
import { getApiKeyQuota } from '@/lib/api-keys/model/quota';
import { db } from '@/lib/database/client';
import { changePlan } from '@/lib/workspaces/workspace/change-plan';
import { send } from '@/tests/support/api';
import { makeApiKey, makeWorkspace, type TestWorkspace } from '@/tests/support/workspace';

const changesOf = ({ id }: TestWorkspace) =>
  db.auditEvent.findMany({
    where: { workspaceId: id, action: 'plan.changed' },
    orderBy: { createdAt: 'asc' },
    select: { userId: true, apiKeyId: true, targetId: true, details: true },
  });

const planOf = async ({ id }: TestWorkspace) =>
  (await db.plan.findFirstOrThrow({ where: { workspaces: { some: { id } } } })).slug;

test('the Owner moves the workspace to another plan, and the audit log says from which', async () => {
  const workspace = await makeWorkspace({ plan: 'free' });
  await changePlan(workspace.owner, 'pro');
  expect(await planOf(workspace)).toBe('pro');
  expect(await changesOf(workspace)).toEqual([
    {
      userId: workspace.owner.userId,
      apiKeyId: null,
      targetId: workspace.id,
      details: { from: 'free', to: 'pro' },
    },
  ]);
});

test('moving to the plan that it has changes nothing and is no error', async () => {
  const workspace = await makeWorkspace({ plan: 'pro' });
  await changePlan(workspace.owner, 'pro');
  expect(await changesOf(workspace)).toEqual([]);
});

test('other workspaces stay where they are', async () => {
  const [one, other] = [
    await makeWorkspace({ plan: 'free' }),
    await makeWorkspace({ plan: 'pro' }),
  ];
  await changePlan(one.owner, 'starter');
  expect(await planOf(other)).toBe('pro');
});

test('a downgrade cuts no key off, and none is made until enough are revoked', async () => {
  const workspace = await makeWorkspace({ plan: 'pro' });
  const keys = [];
  for (let made = 0; made < 6; made++) keys.push(await makeApiKey(workspace));
  await changePlan(workspace.owner, 'starter');
  expect(await getApiKeyQuota(workspace.owner)).toMatchObject({ active: 6, limit: 5, excess: 2 });
  for (const { secret } of keys) expect((await send('/api/me', { key: secret })).status).toBe(200);

  for (const { apiKey } of keys.slice(0, 2)) {
    await expect(makeApiKey(workspace)).rejects.toMatchObject({ code: 'api_key_quota_reached' });
    await revokeApiKey(workspace.owner, apiKey.id);
  }
  await makeApiKey(workspace);
  await expect(makeApiKey(workspace)).rejects.toMatchObject({ code: 'api_key_quota_reached' });
});

test('the rate limit of the new plan holds from the next request on, up and down', async () => {
  const workspace = await makeWorkspace({ plan: { requestsPerMinute: 1 } });
  const { secret: key } = await makeApiKey(workspace);
  const quota = async () => (await send('/api/me', { key })).headers.get('X-RateLimit-Limit');
  expect(await quota()).toBe('1');
  expect((await send('/api/me', { key })).status).toBe(429);
  await changePlan(workspace.owner, 'enterprise');
  expect((await send('/api/me', { key })).status).toBe(200);
  expect(await quota()).toBe('6000');
  await changePlan(workspace.owner, 'free');
  expect(await quota()).toBe('60');
});

test('an upgrade makes room at once', async () => {
  const workspace = await makeWorkspace({ plan: 'free' });
  await makeApiKey(workspace);
  await expect(makeApiKey(workspace)).rejects.toMatchObject({ code: 'api_key_quota_reached' });
  await changePlan(workspace.owner, 'starter');
  await makeApiKey(workspace);
});

test('switches at once happen one after the other, each from where the one before led', async () => {
  const workspace = await makeWorkspace({ plan: 'free' });
  const slugs = ['starter', 'pro', 'enterprise'];
  await Promise.all(
    Array.from({ length: 12 }, (_, index) => changePlan(workspace.owner, slugs[index % 3])),
  );
  const changes = (await changesOf(workspace)).map(({ details }) => details);
  const left = changes.map((change) => (change as { from: string }).from);
  const reached = changes.map((change) => (change as { to: string }).to);
  // Whatever their order: all that was reached was left again, except where it ended.
  expect(['free', ...reached].sort()).toEqual([...left, await planOf(workspace)].sort());
});

test('a switch whose audit event cannot be written does not happen', async () => {
  const workspace = await makeWorkspace({ plan: 'free' });
  await db.$executeRawUnsafe(
    `alter table "AuditEvent" add constraint "no_${workspace.id}" check ("workspaceId" <> '${workspace.id}')`,
  );
  await expect(changePlan(workspace.owner, 'pro')).rejects.toThrow();
  expect(await planOf(workspace)).toBe('free');
});
