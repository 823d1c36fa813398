import { expect, test } from 'vitest';
import { revokeApiKey } from '@/lib/api-keys/change/revoke-api-key';
import { countApiKeys } from '@/lib/api-keys/read/count-api-keys';
import { findBySecret } from '@/lib/api-keys/read/find-by-secret';
import { listApiKeys } from '@/lib/api-keys/read/list-api-keys';
import { db } from '@/lib/database/client';
import { makeApiKey, makeMember, makeUser, makeWorkspace } from '../../support/workspace';

const idsOf = ({ keys }: Awaited<ReturnType<typeof listApiKeys>>) => keys.map(({ id }) => id);

test('the Owner sees the keys of this workspace alone, newest first', async () => {
  const [own, foreign] = [await makeWorkspace(), await makeWorkspace()];
  const first = await makeApiKey(own, { name: 'First' });
  await makeApiKey(foreign, { name: 'Theirs' });
  const second = await makeApiKey(own, { name: 'Second' });
  const both = [second.apiKey.id, first.apiKey.id];
  expect(idsOf(await listApiKeys(own.owner))).toEqual(both);
  expect(idsOf(await listApiKeys(own.owner, { state: 'all' }))).toEqual(both);
});

test('revoked and expired keys are listed apart from active ones', async () => {
  const workspace = await makeWorkspace();
  const active = await makeApiKey(workspace);
  const revoked = await makeApiKey(workspace);
  const expired = await makeApiKey(workspace);
  await revokeApiKey(workspace.owner, revoked.apiKey.id);
  await db.apiKey.update({
    where: { id: expired.apiKey.id },
    data: { expiresAt: new Date(Date.now() - 1_000) },
  });
  const statesOf = async (state: string) => {
    const { keys } = await listApiKeys(workspace.owner, { state });
    return keys.map(({ id, state }) => [id, state]);
  };
  expect(await statesOf('active')).toEqual([[active.apiKey.id, 'active']]);
  expect(await statesOf('ended')).toEqual([
    [expired.apiKey.id, 'expired'],
    [revoked.apiKey.id, 'revoked'],
  ]);
  expect(await statesOf('all')).toHaveLength(3);
});

test('a revoked key is listed with who revoked it, as long as their account exists', async () => {
  const workspace = await makeWorkspace();
  const { apiKey } = await makeApiKey(workspace);
  const heir = { ...workspace.owner, userId: await makeUser() };
  const transfer = { where: { id: workspace.id }, data: { ownerId: heir.userId } };
  await db.workspace.update(transfer);
  await db.user.update({ where: { id: heir.userId }, data: { name: 'Sam Heir' } });
  const first = async (owner: typeof heir) => (await listApiKeys(owner, { state: 'all' })).keys[0];
  expect(await first(heir)).toMatchObject({ revokedAt: null, revokedBy: null });
  await revokeApiKey(heir, apiKey.id);
  expect(await first(heir)).toMatchObject({
    createdBy: 'Robin Doe',
    revokedAt: expect.any(Date),
    revokedBy: 'Sam Heir',
  });

  const { userId } = workspace.owner;
  await db.workspace.update({ ...transfer, data: { ownerId: userId } });
  await db.user.delete({ where: { id: heir.userId } });
  expect(await first(workspace.owner)).toMatchObject({ state: 'revoked', revokedBy: null });
});

test('a listed key has no hash and no plaintext', async () => {
  const workspace = await makeWorkspace();
  const { apiKey, secret } = await makeApiKey(workspace);
  await makeApiKey(workspace).then(({ apiKey }) => revokeApiKey(workspace.owner, apiKey.id));
  const { keys } = await listApiKeys(workspace.owner, { state: 'all' });
  expect(keys).toHaveLength(2);
  for (const key of [...keys, apiKey]) {
    expect(Object.keys(key)).not.toContain('hash');
    expect(Object.values(key).some((value) => value instanceof Uint8Array)).toBe(false);
  }
  expect(JSON.stringify(keys)).not.toContain(secret.slice(7, -4));
});

test.each(['ADMIN', 'USER'] as const)('a member who is %s sees no keys', async (role) => {
  const workspace = await makeWorkspace();
  const { secret } = await makeApiKey(workspace);
  const member = await makeMember(workspace, role);
  for (const read of [listApiKeys, countApiKeys]) {
    await expect(read(member)).rejects.toMatchObject({ code: 'owner_required' });
  }
  await expect(findBySecret(member, secret)).rejects.toMatchObject({ code: 'owner_required' });
});

test('an API key sees no keys', async () => {
  const workspace = await makeWorkspace();
  const { apiKey } = await makeApiKey(workspace);
  const actor = {
    kind: 'apiKey' as const,
    apiKeyId: apiKey.id,
    workspaceId: workspace.id,
    scopes: apiKey.scopes,
  };
  await expect(listApiKeys(actor)).rejects.toMatchObject({ code: 'owner_required' });
});
