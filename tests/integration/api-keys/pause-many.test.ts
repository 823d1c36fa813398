import { expect, test } from 'vitest';
import { pauseApiKeys } from '@/lib/api-keys/change/pause-api-keys';
import { revokeApiKey } from '@/lib/api-keys/change/revoke-api-key';
import { hashSecret } from '@/lib/api-keys/secret/secret';
import { opensNow } from '@/lib/api-keys/secret/verify';
import { db } from '@/lib/database/client';
import { makeApiKey, makeMember, makeWorkspace } from '../../support/workspace';

async function makeThree() {
  const workspace = await makeWorkspace({ plan: 'enterprise' });
  const made = [];
  for (const name of ['One', 'Two', 'Three']) made.push(await makeApiKey(workspace, { name }));
  return { workspace, made, ids: made.map(({ apiKey }) => apiKey.id) };
}

const works = async (secret: string) => await opensNow(hashSecret(secret) ?? '');

const eventsOf = (workspaceId: string) =>
  db.auditEvent.count({ where: { workspaceId, action: 'api_key.paused' } });

test('chosen keys are paused until one time, each with its audit event, and no others', async () => {
  const { workspace, made, ids } = await makeThree();
  const before = Date.now();
  const { count, until } = await pauseApiKeys(workspace.owner, {
    ids: ids.slice(0, 2),
    minutes: 15,
  });
  expect(count).toBe(2);
  expect(Math.abs(Number(until) - before - 15 * 60_000)).toBeLessThan(60_000);
  expect(await Promise.all(made.map(({ secret }) => works(secret)))).toEqual([false, false, true]);
  expect(await eventsOf(workspace.id)).toBe(2);
});

test('keys that are paused until they are resumed are not paused again, and no event says so', async () => {
  const { workspace, ids } = await makeThree();
  const untilResumed = { ids, minutes: null };
  await pauseApiKeys(workspace.owner, { ...untilResumed, ids: ids.slice(0, 1) });
  expect(await pauseApiKeys(workspace.owner, untilResumed)).toEqual({ count: 3, until: null });
  expect(await eventsOf(workspace.id)).toBe(3);
});

test('keys that have ended stay as they are', async () => {
  const { workspace, ids } = await makeThree();
  await revokeApiKey(workspace.owner, ids[0]);
  expect(await pauseApiKeys(workspace.owner, { ids, minutes: null })).toEqual({
    count: 2,
    until: null,
  });
  const ended = await db.apiKey.findUniqueOrThrow({ where: { id: `${ids[0]}` } });
  expect(ended.pausedAt).toBeNull();
});

test('with a key of another workspace among them none is paused', async () => {
  const { workspace, made, ids } = await makeThree();
  const other = await makeThree();
  const chosen = [...ids, `${other.ids[0]}`];
  await expect(pauseApiKeys(workspace.owner, { ids: chosen, minutes: 15 })).rejects.toMatchObject({
    code: 'not_found',
  });
  for (const { secret } of [...made, ...other.made]) expect(await works(secret)).toBe(true);
  expect(await eventsOf(workspace.id)).toBe(0);
});

test('who is not the Owner pauses nothing, and times and ids that are none are refused', async () => {
  const { workspace, ids } = await makeThree();
  const admin = await makeMember(workspace, 'ADMIN');
  await expect(pauseApiKeys(admin, { ids, minutes: 15 })).rejects.toMatchObject({
    code: 'owner_required',
  });
  for (const input of [
    { ids },
    { ids, minutes: 1 },
    { ids: [], minutes: 15 },
    { ids: ['x'], minutes: 15 },
  ]) {
    await expect(pauseApiKeys(workspace.owner, input)).rejects.toMatchObject({
      code: 'validation_failed',
    });
  }
});
