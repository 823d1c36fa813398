import { expect, test } from 'vitest';
import { revokeApiKey } from '@/lib/api-keys/change/revoke-api-key';
import { getApiKeyQuota } from '@/lib/api-keys/model/quota';
import { liveAt } from '@/lib/api-keys/model/state';
import { keepOldKey } from '@/lib/api-keys/rotation/keep-old-key';
import { retireNow } from '@/lib/api-keys/rotation/retire-now';
import { rotateApiKey } from '@/lib/api-keys/rotation/rotate-api-key';
import { db } from '@/lib/database/client';
import { databaseNow } from '@/lib/database/now';
import { onceAnswered } from '../../support/once-answered';
import { makeApiKey, makeWorkspace } from '../../support/workspace';

const ROUNDS = 10;

const openIn = async (workspaceId: string) => {
  const where = { workspaceId, ...liveAt(await databaseNow()) };
  const rows = await db.apiKey.findMany({ where, select: { id: true } });
  return rows.map(({ id }) => id);
};

const codesOf = (outcomes: PromiseSettledResult<unknown>[]) =>
  outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.code] : []));

test('of many tabs that rotate a key at once, one does', async () => {
  const { id, owner } = await makeWorkspace({ plan: 'free' });
  const { apiKey } = await makeApiKey({ id, owner, name: '', planSlug: '' });
  const outcomes = await Promise.allSettled(
    Array.from({ length: 10 }, () => onceAnswered(() => rotateApiKey(owner, apiKey.id, {}))),
  );
  expect(codesOf(outcomes)).toEqual(Array(9).fill('not_rotatable'));
  expect(await openIn(id)).toHaveLength(2);
});

test('of a rotation and a revocation at once, the revoked key is dead and no other is lost', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const workspace = await makeWorkspace({ plan: 'free' });
    const { owner } = workspace;
    const { apiKey } = await makeApiKey(workspace);
    const [rotated, revoked] = await Promise.allSettled([
      rotateApiKey(owner, apiKey.id, {}),
      revokeApiKey(owner, apiKey.id),
    ]);
    expect(revoked.status).toBe('fulfilled');
    const next = rotated.status === 'fulfilled' ? [rotated.value.apiKey.id] : [];
    expect(codesOf([rotated])).toEqual(next.length > 0 ? [] : ['not_rotatable']);
    expect(await openIn(workspace.id)).toEqual(next);
  }
});

test('of Keep and Retire now at once, exactly one key is left', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const workspace = await makeWorkspace({ plan: 'free' });
    const { owner } = workspace;
    const { apiKey: old } = await makeApiKey(workspace);
    await rotateApiKey(owner, old.id, {});
    const outcomes = await Promise.allSettled([
      keepOldKey(owner, old.id),
      retireNow(owner, old.id),
    ]);
    expect(codesOf(outcomes)).toEqual(['not_in_rotation']);
    expect(await openIn(workspace.id)).toHaveLength(1);
    expect(await getApiKeyQuota(owner)).toMatchObject({ active: 1 });
  }
});

test('of Keep and Revoke at once, the new key is revoked once', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const workspace = await makeWorkspace({ plan: 'free' });
    const { owner } = workspace;
    const { apiKey: old } = await makeApiKey(workspace);
    const { apiKey: next } = await rotateApiKey(owner, old.id, {});
    await Promise.all([keepOldKey(owner, old.id), revokeApiKey(owner, next.id)]);
    expect(await openIn(workspace.id)).toEqual([old.id]);
    const revoked = { targetId: next.id, action: 'api_key.revoked' };
    expect(await db.auditEvent.count({ where: revoked })).toBe(1);
  }
});

test('50 keys and rotations asked for at once, with no room left, never make more than there is room for', async () => {
  const workspace = await makeWorkspace({ plan: { maxActiveApiKeys: 3 } });
  const { owner } = workspace;
  const keys: string[] = [];
  for (let made = 0; made < 3; made++) keys.push((await makeApiKey(workspace)).apiKey.id);
  const outcomes = await Promise.allSettled(
    Array.from({ length: 50 }, (_, index) =>
      onceAnswered<unknown>(() =>
        index % 2 ? rotateApiKey(owner, keys[index % 3], {}) : makeApiKey(workspace),
      ),
    ),
  );
  const codes = codesOf(outcomes);
  expect(codes.filter((code) => code === 'api_key_quota_reached')).toHaveLength(25);
  expect(codes.filter((code) => code === 'not_rotatable')).toHaveLength(22);
  expect(codes).toHaveLength(47);
  expect(await getApiKeyQuota(owner)).toMatchObject({ active: 3, limit: 3, excess: 1 });
  expect(await openIn(workspace.id)).toHaveLength(6);
  for (const id of keys) await retireNow(owner, id);
  expect(await openIn(workspace.id)).toHaveLength(3);
});

test('creates that race with the end of a rotation find no room', async () => {
  for (const end of [keepOldKey, retireNow, revokeApiKey]) {
    const workspace = await makeWorkspace({ plan: 'free' });
    const { apiKey } = await makeApiKey(workspace);
    await rotateApiKey(workspace.owner, apiKey.id, {});
    const outcomes = await Promise.allSettled([
      end(workspace.owner, apiKey.id),
      ...Array.from({ length: 20 }, () => onceAnswered(() => makeApiKey(workspace))),
    ]);
    expect(codesOf(outcomes)).toEqual(Array(20).fill('api_key_quota_reached'));
    expect(await openIn(workspace.id)).toHaveLength(1);
  }
});
