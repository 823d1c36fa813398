import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Actor } from '@/lib/actor';
import { pauseApiKey } from '@/lib/api-keys/change/pause-api-key';
import { resumeApiKey } from '@/lib/api-keys/change/resume-api-key';
import { revokeApiKey } from '@/lib/api-keys/change/revoke-api-key';
import { db } from '@/lib/database/client';
import { databaseNow } from '@/lib/database/now';
import { send } from '../../support/api';
import { until } from '../../support/until';
import { makeApiKey, makeMember, makeUser, makeWorkspace } from '../../support/workspace';

const FOREVER = { minutes: null };

const statusOf = async (secret: string) => (await send('/api/me', { key: secret })).status;

const pauseOf = (id: string) =>
  db.apiKey.findUniqueOrThrow({ where: { id }, select: { pausedAt: true, pausedUntil: true } });

const eventsOf = (targetId: string) =>
  db.auditEvent.findMany({
    where: { targetId, action: { not: 'api_key.created' } },
    orderBy: { createdAt: 'asc' },
    select: { action: true, userId: true, details: true },
  });

/** What is the same in two answers to the same request. */
async function refusalOf(secret: string) {
  const answer = await send('/api/me', { key: secret });
  const instance = String(answer.headers.get('X-Request-Id'));
  const headers = [...answer.headers].filter(
    ([name]) => name !== 'date' && name !== 'x-request-id',
  );
  return { status: answer.status, headers, body: (await answer.text()).replace(instance, '') };
}

test('a paused key is refused from its next request on, to the byte like a key that never was', async () => {
  const workspace = await makeWorkspace();
  const { apiKey, secret } = await makeApiKey(workspace);
  expect(await statusOf(secret)).toBe(200);
  await pauseApiKey(workspace.owner, apiKey.id, FOREVER);
  const refusal = await refusalOf(secret);
  expect(refusal.status).toBe(401);
  expect(refusal).toEqual(await refusalOf(`sk_${randomBytes(32).toString('hex')}`));

  await resumeApiKey(workspace.owner, apiKey.id);
  expect(await statusOf(secret)).toBe(200);
  expect(await pauseOf(apiKey.id)).toEqual({ pausedAt: null, pausedUntil: null });
});

test('the audit log says who paused and resumed it, and until when', async () => {
  const workspace = await makeWorkspace();
  const { apiKey } = await makeApiKey(workspace);
  const { until: end } = await pauseApiKey(workspace.owner, apiKey.id, { minutes: 60 });
  await pauseApiKey(workspace.owner, apiKey.id, FOREVER);
  await resumeApiKey(workspace.owner, apiKey.id);
  const { userId } = workspace.owner;
  const { name, hint } = apiKey;
  expect(await eventsOf(apiKey.id)).toEqual([
    { action: 'api_key.paused', userId, details: { name, hint, until: end?.toISOString() } },
    { action: 'api_key.paused', userId, details: { name, hint, until: null } },
    { action: 'api_key.resumed', userId, details: { name, hint } },
  ]);
});

test.each([15, 60, 1_440])('a pause of %i minutes ends after so many', async (minutes) => {
  const workspace = await makeWorkspace();
  const { apiKey } = await makeApiKey(workspace);
  const before = await databaseNow();
  const { until: end } = await pauseApiKey(workspace.owner, apiKey.id, { minutes });
  const after = await databaseNow();
  expect(await pauseOf(apiKey.id)).toMatchObject({ pausedUntil: end });
  const startedAt = Number(end) - minutes * 60_000;
  expect(startedAt).toBeGreaterThanOrEqual(before.getTime());
  expect(startedAt).toBeLessThanOrEqual(after.getTime());
});

test('when its time is over, a paused key works again without anyone doing anything', async () => {
  const workspace = await makeWorkspace({ plan: { requestsPerMinute: 100_000 } });
  const { apiKey, secret } = await makeApiKey(workspace);
  await pauseApiKey(workspace.owner, apiKey.id, { minutes: 15 });
  const end = new Date((await databaseNow()).getTime() + 500);
  await db.apiKey.update({
    where: { id: apiKey.id },
    data: { pausedUntil: end },
    select: { id: true },
  });

  let address = 0;
  const [early, late]: [Date[], Date[]] = [[], []];
  await until(async () => {
    address++;
    const headers = { 'X-Forwarded-For': `198.51.100.${address % 200}` };
    const before = await databaseNow();
    const { status } = await send('/api/me', { key: secret, headers });
    const now = await databaseNow();
    if (status === 200 && now < end) early.push(now);
    if (status !== 200 && before > end) late.push(before);
    return now > end;
  });
  expect([early, late]).toEqual([[], []]);
  expect(await statusOf(secret)).toBe(200);
});

test('pausing a paused key replaces its end', async () => {
  const workspace = await makeWorkspace();
  const { apiKey, secret } = await makeApiKey(workspace);
  await pauseApiKey(workspace.owner, apiKey.id, FOREVER);
  const { until: end } = await pauseApiKey(workspace.owner, apiKey.id, { minutes: 15 });
  expect(await pauseOf(apiKey.id)).toMatchObject({ pausedUntil: end });
  await pauseApiKey(workspace.owner, apiKey.id, FOREVER);
  expect(await pauseOf(apiKey.id)).toMatchObject({ pausedUntil: null });
  expect(await statusOf(secret)).toBe(401);
});

test('a paused key takes the room of a key', async () => {
  const workspace = await makeWorkspace({ plan: { maxActiveApiKeys: 1 } });
  const { apiKey } = await makeApiKey(workspace);
  await pauseApiKey(workspace.owner, apiKey.id, FOREVER);
  await expect(makeApiKey(workspace)).rejects.toMatchObject({ code: 'api_key_quota_reached' });
});

test('resuming a key that works changes nothing, and is no error', async () => {
  const workspace = await makeWorkspace();
  const { apiKey } = await makeApiKey(workspace);
  const { name, hint } = apiKey;
  expect(await resumeApiKey(workspace.owner, apiKey.id)).toEqual({ name, hint });
  expect(await eventsOf(apiKey.id)).toEqual([]);
});

test.each(['revokedAt', 'expiresAt', 'retiresAt'])(
  'a key that has ended can be neither paused nor resumed: %s',
  async (column) => {
    const workspace = await makeWorkspace();
    const { apiKey } = await makeApiKey(workspace);
    const now = await databaseNow();
    const where = { id: apiKey.id };
    await db.apiKey.update({ where, data: { [column]: now, pausedAt: now }, select: { id: true } });
    const before = await db.apiKey.findUnique({ where });
    for (const act of [
      () => pauseApiKey(workspace.owner, apiKey.id, FOREVER),
      () => resumeApiKey(workspace.owner, apiKey.id),
    ]) {
      await expect(act()).rejects.toMatchObject({ code: 'not_found' });
    }
    expect(await db.apiKey.findUnique({ where })).toEqual(before);
    expect(await eventsOf(apiKey.id)).toEqual([]);
  },
);

test('a key that is paused and revoked at once is revoked', async () => {
  const workspace = await makeWorkspace();
  for (let round = 0; round < 5; round++) {
    const { apiKey, secret } = await makeApiKey(workspace);
    await Promise.allSettled([
      pauseApiKey(workspace.owner, apiKey.id, FOREVER),
      revokeApiKey(workspace.owner, apiKey.id),
      resumeApiKey(workspace.owner, apiKey.id),
    ]);
    await expect(resumeApiKey(workspace.owner, apiKey.id)).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await statusOf(secret)).toBe(401);
  }
});

test('nobody but the Owner of its workspace pauses or resumes a key', async () => {
  const [workspace, other] = [await makeWorkspace(), await makeWorkspace()];
  const { apiKey } = await makeApiKey(workspace);
  const { id: apiKeyId, scopes } = apiKey;
  const actors: [Actor, string][] = [
    [other.owner, 'not_found'],
    [{ ...workspace.owner, userId: await makeUser() }, 'not_found'],
    [await makeMember(workspace, 'ADMIN'), 'owner_required'],
    [await makeMember(workspace, 'USER'), 'owner_required'],
    [{ kind: 'apiKey', apiKeyId, workspaceId: workspace.id, scopes }, 'owner_required'],
  ];
  for (const [actor, code] of actors) {
    await expect(pauseApiKey(actor, apiKeyId, FOREVER)).rejects.toMatchObject({ code });
  }
  expect(await pauseOf(apiKeyId)).toMatchObject({ pausedAt: null });
  await pauseApiKey(workspace.owner, apiKeyId, FOREVER);
  for (const [actor, code] of actors) {
    await expect(resumeApiKey(actor, apiKeyId)).rejects.toMatchObject({ code });
  }
  expect(await pauseOf(apiKeyId)).not.toMatchObject({ pausedAt: null });
});

test.each(['019aa000-0000-7000-8000-00000000ffff', 'nonsense', undefined, { not: '' }])(
  'what is no id is not found: %j',
  async (id) => {
    const { owner } = await makeWorkspace();
    const refusal = { code: 'not_found' };
    await expect(pauseApiKey(owner, id, FOREVER)).rejects.toMatchObject(refusal);
    await expect(resumeApiKey(owner, id)).rejects.toMatchObject(refusal);
  },
);

test.each([{}, { minutes: 0 }, { minutes: -15 }, { minutes: '15' }, { minutes: 16 }, null, 15])(
  'what is no pause is refused: %j',
  async (input) => {
    const workspace = await makeWorkspace();
    const { apiKey } = await makeApiKey(workspace);
    await expect(pauseApiKey(workspace.owner, apiKey.id, input)).rejects.toMatchObject({
      code: 'validation_failed',
    });
    expect(await pauseOf(apiKey.id)).toMatchObject({ pausedAt: null });
  },
);

test('a pause that changes nothing is no line of the audit log', async () => {
  const workspace = await makeWorkspace();
  const { apiKey } = await makeApiKey(workspace);
  for (let click = 0; click < 3; click++) await pauseApiKey(workspace.owner, apiKey.id, FOREVER);
  expect((await eventsOf(apiKey.id)).map(({ action }) => action)).toEqual(['api_key.paused']);

  await pauseApiKey(workspace.owner, apiKey.id, { minutes: 60 });
  await pauseApiKey(workspace.owner, apiKey.id, FOREVER);
  expect(await eventsOf(apiKey.id)).toHaveLength(3);
  await revokeApiKey(workspace.owner, apiKey.id);
  await expect(pauseApiKey(workspace.owner, apiKey.id, FOREVER)).rejects.toMatchObject({
    code: 'not_found',
  });
});
