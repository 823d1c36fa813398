import { describe, expect, test } from 'vitest';
import type { Member } from '@/lib/actor';
import { revokeApiKey } from '@/lib/api-keys/change/revoke-api-key';
import { getApiKeyQuota } from '@/lib/api-keys/model/quota';
import { getApiKey } from '@/lib/api-keys/read/get-api-key';
import { keepOldKey } from '@/lib/api-keys/rotation/keep-old-key';
import { retireNow } from '@/lib/api-keys/rotation/retire-now';
import { rotateApiKey } from '@/lib/api-keys/rotation/rotate-api-key';
import type { RetireRule } from '@/lib/api-keys/rotation/rotation';
import { hashSecret } from '@/lib/api-keys/secret/secret';
import { opensNow } from '@/lib/api-keys/secret/verify';
import { db } from '@/lib/database/client';
import { momentOf } from '../../support/moment';
import { makeApiKey, makeMember, makeWorkspace, type TestWorkspace } from '../../support/workspace';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const works = async (secret: string) => await opensNow(hashSecret(secret) ?? '');

const stateOf = async (owner: Member, id: string) => (await getApiKey(owner, id)).state;

const eventsOf = async (targetId: string) => {
  const events = await db.auditEvent.findMany({ where: { targetId }, orderBy: { id: 'asc' } });
  return events.map(({ action }) => action);
};

const set = (id: string, data: object) =>
  db.apiKey.update({ where: { id }, data, select: { id: true } });

/** A key and the one that takes its place. */
async function makePair(workspace: TestWorkspace, retire?: RetireRule) {
  const old = await makeApiKey(workspace);
  const next = await rotateApiKey(workspace.owner, old.apiKey.id, { retire });
  return {
    old: { ...old.apiKey, secret: old.secret },
    next: { ...next.apiKey, secret: next.secret },
  };
}

async function makeFreePair(retire?: RetireRule) {
  const workspace = await makeWorkspace({ plan: 'free' });
  return { workspace, owner: workspace.owner, ...(await makePair(workspace, retire)) };
}

test.each([
  ['after-use', 30 * DAY_MS, true],
  ['24h', DAY_MS, false],
  ['7d', 7 * DAY_MS, false],
] as const)(
  'both keys work, on Free too, and the old one retires: %s',
  async (rule, within, flag) => {
    const { result, isAfter } = await momentOf(() => makeFreePair(rule));
    const { owner, old, next } = result;
    expect(next.secret).not.toBe(old.secret);
    expect([await works(old.secret), await works(next.secret)]).toEqual([true, true]);
    const { retiresAt, retiresAfterUse, replacedBy } = await getApiKey(owner, old.id);
    expect(retiresAt).toSatisfy(isAfter(within));
    expect(retiresAfterUse).toBe(flag);
    expect(replacedBy?.id).toBe(next.id);
    expect(await getApiKeyQuota(owner)).toMatchObject({ active: 1, limit: 1 });
    expect(await eventsOf(old.id)).toEqual(['api_key.created', 'api_key.rotated']);
    expect(await eventsOf(next.id)).toEqual(['api_key.created']);
  },
);

test('an hour after the first use is what happens where nothing else is chosen', async () => {
  const workspace = await makeWorkspace();
  const { apiKey } = await makeApiKey(workspace);
  await rotateApiKey(workspace.owner, apiKey.id, {});
  expect(await getApiKey(workspace.owner, apiKey.id)).toMatchObject({ retiresAfterUse: true });
});

test('retired at once, the old key opens nothing any more', async () => {
  const { owner, old, next } = await makeFreePair('now');
  expect([await works(old.secret), await works(next.secret)]).toEqual([false, true]);
  expect(await stateOf(owner, old.id)).toBe('retired');
});

test('once its time has come, the old key has retired without anyone doing anything', async () => {
  const { owner, old, next } = await makeFreePair('24h');
  await set(old.id, { retiresAt: new Date(Date.now() - 1) });
  expect([await works(old.secret), await works(next.secret)]).toEqual([false, true]);
  expect(await stateOf(owner, old.id)).toBe('retired');
  await rotateApiKey(owner, next.id, {});
});

describe('a key cannot be rotated', () => {
  const refused = (because: string) => ({ code: 'not_rotatable', details: { because } });

  test('while it is in rotation, as the old key or the new one', async () => {
    const { owner, old, next } = await makeFreePair();
    for (const { id } of [old, next]) {
      await expect(rotateApiKey(owner, id, {})).rejects.toMatchObject(refused('in_rotation'));
    }
    await retireNow(owner, old.id);
    await expect(rotateApiKey(owner, old.id, {})).rejects.toMatchObject(refused('ended'));
    await rotateApiKey(owner, next.id, {});
  });

  test('while it is paused', async () => {
    const workspace = await makeWorkspace();
    const { apiKey } = await makeApiKey(workspace);
    await set(apiKey.id, { pausedAt: new Date() });
    const rotate = () => rotateApiKey(workspace.owner, apiKey.id, {});
    await expect(rotate()).rejects.toMatchObject(refused('paused'));
    await set(apiKey.id, { pausedAt: null });
    await rotate();
  });

  test.each(['revokedAt', 'expiresAt'])('once it has ended: %s', async (column) => {
    const workspace = await makeWorkspace();
    const { apiKey } = await makeApiKey(workspace);
    await set(apiKey.id, { [column]: new Date(Date.now() - 1) });
    await expect(rotateApiKey(workspace.owner, apiKey.id, {})).rejects.toMatchObject(
      refused('ended'),
    );
  });

  test('where the plan lacks the feature', async () => {
    const workspace = await makeWorkspace();
    const { apiKey } = await makeApiKey(workspace);
    const bare = await makeWorkspace({ plan: { features: [] } });
    const plan = { connect: { slug: bare.planSlug } };
    await db.workspace.update({ where: { id: workspace.id }, data: { plan } });
    await expect(rotateApiKey(workspace.owner, apiKey.id, {})).rejects.toMatchObject({
      code: 'feature_not_available',
    });
    expect(await stateOf(workspace.owner, apiKey.id)).toBe('active');
  });

  test.each([{ retire: 'never' }, { retire: null }, { retire: '24h', of: 'x' }, null, '24h'])(
    'by a rule that there is not: %j',
    async (input) => {
      const workspace = await makeWorkspace();
      const { apiKey } = await makeApiKey(workspace);
      await expect(rotateApiKey(workspace.owner, apiKey.id, input)).rejects.toMatchObject({
        code: 'validation_failed',
      });
    },
  );

  test('after as many new keys in an hour as a plan allows', async () => {
    const workspace = await makeWorkspace({ plan: 'free' });
    let { apiKey } = await makeApiKey(workspace);
    for (let times = 1; times < 100; times++) {
      ({ apiKey } = await rotateApiKey(workspace.owner, apiKey.id, { retire: 'now' }));
    }
    await expect(rotateApiKey(workspace.owner, apiKey.id, {})).rejects.toMatchObject({
      code: 'rate_limited',
    });
    expect(await stateOf(workspace.owner, apiKey.id)).toBe('active');
  });
});

test.each([
  ['rotateApiKey', (actor: Member, id: unknown) => rotateApiKey(actor, id, {})],
  ['retireNow', retireNow],
  ['keepOldKey', keepOldKey],
])('%s is for the Owner, and for keys of their workspace alone', async (_, verb) => {
  const workspace = await makeWorkspace();
  const { old, next } = await makePair(await makeWorkspace());
  for (const id of [old.id, next.id, 'nonsense', { not: '' }, null]) {
    await expect(verb(workspace.owner, id)).rejects.toMatchObject({ code: 'not_found' });
  }
  const own = await makePair(workspace);
  const former = { ...(await makeMember(workspace, 'ADMIN')), isOwner: true };
  for (const actor of [await makeMember(workspace, 'ADMIN'), former]) {
    await expect(verb(actor, own.old.id)).rejects.toMatchObject({ code: 'owner_required' });
  }
  for (const { secret } of [old, next, own.old, own.next]) expect(await works(secret)).toBe(true);
});

test('Retire now ends the old key at once, and to do so twice is no error', async () => {
  const { owner, old, next } = await makeFreePair();
  const known = { name: old.name, hint: old.hint };
  expect(await retireNow(owner, old.id)).toEqual(known);
  expect(await works(old.secret)).toBe(false);
  expect(await retireNow(owner, old.id)).toEqual(known);
  expect(await works(next.secret)).toBe(true);
  const events = await eventsOf(old.id);
  expect(events.filter((action) => action === 'api_key.retired')).toHaveLength(1);
});

test('nothing retires the last key that works', async () => {
  const { owner, old, next } = await makeFreePair();
  await revokeApiKey(owner, next.id);
  await expect(retireNow(owner, old.id)).rejects.toMatchObject({ code: 'not_in_rotation' });
  await keepOldKey(owner, old.id);
  await expect(retireNow(owner, old.id)).rejects.toMatchObject({ code: 'not_in_rotation' });
  expect(await works(old.secret)).toBe(true);
});

test('Keep the old key revokes the new one, and twice is no error', async () => {
  const { owner, old, next } = await makeFreePair();
  for (let times = 0; times < 2; times++) {
    expect(await keepOldKey(owner, old.id)).toEqual({ name: old.name, hint: old.hint });
    expect([await works(old.secret), await works(next.secret)]).toEqual([true, false]);
  }
  expect(await getApiKey(owner, old.id)).toMatchObject({
    state: 'active',
    retiresAt: null,
    retiresAfterUse: false,
    replacedBy: null,
  });
  expect(await getApiKey(owner, next.id)).toMatchObject({ state: 'revoked', replaces: null });
  expect(await eventsOf(next.id)).toEqual(['api_key.created', 'api_key.revoked']);
  expect((await eventsOf(old.id)).filter((action) => action === 'api_key.kept')).toHaveLength(1);
  await rotateApiKey(owner, old.id, {});
});

test('an old key that has ended cannot be kept, and the new one works on', async () => {
  const { owner, old, next } = await makeFreePair('now');
  await expect(keepOldKey(owner, old.id)).rejects.toMatchObject({ code: 'not_in_rotation' });
  expect(await works(next.secret)).toBe(true);
});

test('revoking the new key leaves the old one its end, its room, and the way out', async () => {
  const { workspace, owner, old, next } = await makeFreePair('24h');
  await revokeApiKey(owner, next.id);
  expect([await works(old.secret), await works(next.secret)]).toEqual([true, false]);
  expect(await stateOf(owner, old.id)).toBe('rotating');
  expect(await getApiKeyQuota(owner)).toMatchObject({ active: 1 });
  await expect(makeApiKey(workspace)).rejects.toMatchObject({ code: 'api_key_quota_reached' });
  const again = await rotateApiKey(owner, old.id, {});
  expect(again.apiKey.replacesId).toBe(old.id);
  await keepOldKey(owner, old.id);
  expect([await works(old.secret), await works(again.secret)]).toEqual([true, false]);
});

test('revoking the old key leaves the new one alone, which can be rotated then', async () => {
  const { owner, old, next } = await makeFreePair();
  await revokeApiKey(owner, old.id);
  expect([await works(old.secret), await works(next.secret)]).toEqual([false, true]);
  await expect(keepOldKey(owner, old.id)).rejects.toMatchObject({ code: 'not_in_rotation' });
  await rotateApiKey(owner, next.id, {});
  expect(await getApiKeyQuota(owner)).toMatchObject({ active: 1 });
});

test('an old key counts again once the new one has expired', async () => {
  const { workspace, owner, old, next } = await makeFreePair();
  await set(next.id, { expiresAt: new Date(Date.now() - 1) });
  await expect(makeApiKey(workspace)).rejects.toMatchObject({ code: 'api_key_quota_reached' });
  await rotateApiKey(owner, old.id, {});
  expect(await getApiKeyQuota(owner)).toMatchObject({ active: 1 });
});

test('a plan that shrinks stops no rotation, before or during it', async () => {
  const workspace = await makeWorkspace({ plan: 'starter' });
  const { owner } = workspace;
  const pair = await makePair(workspace);
  const { apiKey, secret } = await makeApiKey(workspace);
  const plan = { connect: { slug: 'free' } };
  await db.workspace.update({ where: { id: workspace.id }, data: { plan } });
  expect(await getApiKeyQuota(owner)).toMatchObject({ active: 2, limit: 1 });

  const next = await rotateApiKey(owner, apiKey.id, {});
  expect(await getApiKeyQuota(owner)).toMatchObject({ active: 2, limit: 1 });
  await keepOldKey(owner, apiKey.id);
  await retireNow(owner, pair.old.id);
  expect(await getApiKeyQuota(owner)).toMatchObject({ active: 2, limit: 1 });
  expect([await works(secret), await works(next.secret)]).toEqual([true, false]);
  expect([await works(pair.old.secret), await works(pair.next.secret)]).toEqual([false, true]);
});
