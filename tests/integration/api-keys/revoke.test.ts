import { afterEach, expect, test, vi } from 'vitest';
import type { Actor } from '@/lib/actor';
import { revokeApiKey } from '@/lib/api-keys/change/revoke-api-key';
import { getApiKey } from '@/lib/api-keys/read/get-api-key';
import { hasLeaked } from '@/lib/api-keys/read/has-leaked';
import { db } from '@/lib/database/client';
import { databaseNow } from '@/lib/database/now';
import { makeApiKey, makeMember, makeUser, makeWorkspace } from '../../support/workspace';

const revokedAtOf = async (id: string) =>
  (await db.apiKey.findUniqueOrThrow({ where: { id }, select: { revokedAt: true } })).revokedAt;

const revocationsOf = (targetId: string) =>
  db.auditEvent.findMany({ where: { targetId, action: 'api_key.revoked' } });

afterEach(() => void vi.useRealTimers());

test('the Owner revokes a key, and the audit log says so', async () => {
  const workspace = await makeWorkspace();
  const { apiKey } = await makeApiKey(workspace);
  await revokeApiKey(workspace.owner, apiKey.id);
  expect(await revokedAtOf(apiKey.id)).toBeInstanceOf(Date);
  expect(await revocationsOf(apiKey.id)).toEqual([
    expect.objectContaining({
      workspaceId: workspace.id,
      userId: workspace.owner.userId,
      details: { name: apiKey.name, hint: apiKey.hint },
    }),
  ]);
});

test('that a key leaked is in the audit log, and known of that key alone', async () => {
  const workspace = await makeWorkspace();
  const [leaked, ended] = [await makeApiKey(workspace), await makeApiKey(workspace)];
  const read = ({ apiKey }: typeof leaked) => getApiKey(workspace.owner, apiKey.id);
  expect(await hasLeaked(await read(leaked))).toBe(null);
  // The events of a process whose clock is wrong.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
  await revokeApiKey(workspace.owner, leaked.apiKey.id, { because: 'leaked' });
  await revokeApiKey(workspace.owner, ended.apiKey.id);
  vi.useRealTimers();
  const { name, hint } = leaked.apiKey;
  expect(await revocationsOf(leaked.apiKey.id)).toEqual([
    expect.objectContaining({ details: { name, hint, because: 'leaked' } }),
  ]);
  expect(await hasLeaked(await read(leaked))).toBe('leaked');
  expect(await hasLeaked(await read(ended))).toBe(null);
  // Whoever revokes it again says nothing new.
  await revokeApiKey(workspace.owner, ended.apiKey.id, { because: 'leaked' });
  expect(await hasLeaked(await read(ended))).toBe(null);
});

test('the time of a revocation is the database’s, whatever this process takes for it', async () => {
  const workspace = await makeWorkspace();
  const { apiKey } = await makeApiKey(workspace);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
  const before = await databaseNow();
  await revokeApiKey(workspace.owner, apiKey.id);
  const revokedAt = Number(await revokedAtOf(apiKey.id));
  expect(revokedAt).toBeGreaterThanOrEqual(before.getTime());
  expect(revokedAt).toBeLessThanOrEqual((await databaseNow()).getTime());
});

test('revoking a revoked key changes nothing and is no error', async () => {
  const workspace = await makeWorkspace();
  const { apiKey } = await makeApiKey(workspace);
  await revokeApiKey(workspace.owner, apiKey.id);
  const where = { id: apiKey.id };
  const before = await db.apiKey.findUnique({ where });
  const userId = await makeUser();
  await db.workspace.update({ where: { id: workspace.id }, data: { ownerId: userId } });
  await revokeApiKey({ ...workspace.owner, userId }, apiKey.id);
  expect(await db.apiKey.findUnique({ where })).toEqual(before);
  expect(await revocationsOf(apiKey.id)).toHaveLength(1);
});

test('two revocations at once write one audit event', async () => {
  const workspace = await makeWorkspace();
  for (let round = 0; round < 5; round++) {
    const { apiKey } = await makeApiKey(workspace);
    await Promise.all([
      revokeApiKey(workspace.owner, apiKey.id),
      revokeApiKey(workspace.owner, apiKey.id),
    ]);
    expect(await revocationsOf(apiKey.id)).toHaveLength(1);
  }
});

test('a revocation whose audit event cannot be written does not happen', async () => {
  const workspace = await makeWorkspace();
  const { apiKey } = await makeApiKey(workspace);
  await db.$executeRawUnsafe(
    `alter table "AuditEvent" add constraint "no_${apiKey.id}" check ("targetId" <> '${apiKey.id}') not valid`,
  );
  await expect(revokeApiKey(workspace.owner, apiKey.id)).rejects.toThrow();
  expect(await revokedAtOf(apiKey.id)).toBeNull();
});

test('the Owner of another workspace does not find the key and leaves it as it is', async () => {
  const [own, foreign] = [await makeWorkspace(), await makeWorkspace()];
  const { apiKey } = await makeApiKey(foreign);
  const before = await db.apiKey.findUnique({ where: { id: apiKey.id } });
  await expect(revokeApiKey(own.owner, apiKey.id)).rejects.toMatchObject({ code: 'not_found' });
  expect(await db.apiKey.findUnique({ where: { id: apiKey.id } })).toEqual(before);
  expect(await revocationsOf(apiKey.id)).toEqual([]);
});

test.each(['ADMIN', 'USER'] as const)('a member who is %s revokes nothing', async (role) => {
  const workspace = await makeWorkspace();
  const { apiKey } = await makeApiKey(workspace);
  const member = await makeMember(workspace, role);
  await expect(revokeApiKey(member, apiKey.id)).rejects.toMatchObject({ code: 'owner_required' });
  expect(await revokedAtOf(apiKey.id)).toBeNull();
});

test('an API key revokes nothing, not even itself', async () => {
  const workspace = await makeWorkspace();
  const { apiKey } = await makeApiKey(workspace);
  const actor: Actor = {
    kind: 'apiKey',
    apiKeyId: apiKey.id,
    workspaceId: workspace.id,
    scopes: apiKey.scopes,
  };
  await expect(revokeApiKey(actor, apiKey.id)).rejects.toMatchObject({ code: 'owner_required' });
  expect(await revokedAtOf(apiKey.id)).toBeNull();
});

test('someone who was the Owner a moment ago revokes nothing', async () => {
  const workspace = await makeWorkspace();
  const { apiKey } = await makeApiKey(workspace);
  await db.workspace.update({ where: { id: workspace.id }, data: { ownerId: await makeUser() } });
  await expect(revokeApiKey(workspace.owner, apiKey.id)).rejects.toMatchObject({
    code: 'not_found',
  });
  expect(await revokedAtOf(apiKey.id)).toBeNull();
});

test.each([
  ['an unknown id', '019aa000-0000-7000-8000-00000000ffff'],
  ['text', 'nonsense'],
  ['SQL', "' or true --"],
  ['nothing', undefined],
  ['null', null],
  ['an operator', { not: '' }],
  ['an array', ['019aa000-0000-7000-8000-00000000ffff']],
])('%s as the id is not found', async (_, id) => {
  const workspace = await makeWorkspace();
  const { apiKey } = await makeApiKey(workspace);
  await expect(revokeApiKey(workspace.owner, id)).rejects.toMatchObject({ code: 'not_found' });
  expect(await revokedAtOf(apiKey.id)).toBeNull();
});
