import { expect, test } from 'vitest';
import type { Actor } from '@/lib/actor';
import { createApiKey } from '@/lib/api-keys/change/create-api-key';
import { db } from '@/lib/database/client';
import { makeMember, makeUser, makeWorkspace, type TestWorkspace } from '../../support/workspace';

const keysOf = ({ id }: TestWorkspace) => db.apiKey.count({ where: { workspaceId: id } });

test.each(['ADMIN', 'USER'] as const)('a member who is %s makes no key', async (role) => {
  const workspace = await makeWorkspace();
  const member = await makeMember(workspace, role);
  await expect(createApiKey(member, { name: 'Mine' })).rejects.toMatchObject({
    code: 'owner_required',
  });
  expect(await keysOf(workspace)).toBe(0);
});

test('an API key makes no key, whatever it may do', async () => {
  const workspace = await makeWorkspace();
  const actor: Actor = {
    kind: 'apiKey',
    apiKeyId: crypto.randomUUID(),
    workspaceId: workspace.id,
    scopes: ['invoices:read', 'invoices:write'],
  };
  await expect(createApiKey(actor, { name: 'Mine' })).rejects.toMatchObject({
    code: 'owner_required',
  });
  expect(await keysOf(workspace)).toBe(0);
});

test('someone who was the Owner a moment ago makes no key', async () => {
  const workspace = await makeWorkspace();
  await db.workspace.update({
    where: { id: workspace.id },
    data: { ownerId: await makeUser() },
  });
  await expect(createApiKey(workspace.owner, { name: 'Late' })).rejects.toMatchObject({
    code: 'owner_required',
  });
  expect(await keysOf(workspace)).toBe(0);
});

test('the Owner of a deleted workspace makes no key', async () => {
  const workspace = await makeWorkspace();
  await db.workspace.delete({ where: { id: workspace.id } });
  await expect(createApiKey(workspace.owner, { name: 'Late' })).rejects.toMatchObject({
    code: 'owner_required',
  });
});

test('someone who calls themselves Owner of another workspace makes no key there', async () => {
  const [own, foreign] = [await makeWorkspace(), await makeWorkspace()];
  const impostor = { ...own.owner, workspaceId: foreign.id };
  await expect(createApiKey(impostor, { name: 'Theirs' })).rejects.toMatchObject({
    code: 'owner_required',
  });
  expect(await keysOf(foreign)).toBe(0);
});

test('who is no Owner by their own account makes no key, though the database says so', async () => {
  const workspace = await makeWorkspace();
  const member = { ...workspace.owner, isOwner: false };
  await expect(createApiKey(member, { name: 'Mine' })).rejects.toMatchObject({
    code: 'owner_required',
  });
  expect(await keysOf(workspace)).toBe(0);
});

test.each([[[]], [['sso']]])('a plan with the features %j makes no key', async (features) => {
  const workspace = await makeWorkspace({ plan: { features, maxActiveApiKeys: null } });
  await expect(createApiKey(workspace.owner, { name: 'No' })).rejects.toMatchObject({
    code: 'feature_not_available',
  });
  expect(await keysOf(workspace)).toBe(0);
});

test.each(['tenant_api_keys', 'api_access'])('%s alone is enough', async (feature) => {
  const workspace = await makeWorkspace({ plan: { features: [feature] } });
  await createApiKey(workspace.owner, { name: 'Yes' });
  expect(await keysOf(workspace)).toBe(1);
});

test.each(['workspaceId', 'userId', 'createdById', 'hash', 'hint', 'id', 'isOwner'])(
  'a %s in the input is refused',
  async (field) => {
    const [workspace, foreign] = [await makeWorkspace(), await makeWorkspace()];
    await expect(
      createApiKey(workspace.owner, { name: 'Extra', [field]: foreign.id }),
    ).rejects.toMatchObject({
      code: 'validation_failed',
      details: { errors: [expect.objectContaining({ pointer: `#/${field}` })] },
    });
    expect(await keysOf(workspace)).toBe(0);
    expect(await keysOf(foreign)).toBe(0);
  },
);

test.each([
  ['an operator', { not: '' }],
  ['an object', {}],
  ['an array', ['Nightly']],
  ['a number', 7],
  ['null', null],
  ['nothing', undefined],
])('%s as the name is refused', async (_, name) => {
  const workspace = await makeWorkspace();
  await expect(createApiKey(workspace.owner, { name })).rejects.toMatchObject({
    code: 'validation_failed',
    details: { errors: [expect.objectContaining({ pointer: '#/name' })] },
  });
  expect(await keysOf(workspace)).toBe(0);
});

test.each([
  ['scopes', []],
  ['scopes', ['admin']],
  ['scopes', 'invoices:read'],
  ['expiresInDays', 8],
  ['expiresInDays', '7'],
  ['expiresInDays', -7],
  ['expiresInDays', { gt: 0 }],
])('%s cannot be %j', async (field, value) => {
  const { owner } = await makeWorkspace();
  await expect(createApiKey(owner, { name: 'Odd', [field]: value })).rejects.toMatchObject({
    code: 'validation_failed',
  });
});

test.each([undefined, null, 'name', 7, []])('an input of %j is refused', async (input) => {
  const { owner } = await makeWorkspace();
  await expect(createApiKey(owner, input)).rejects.toMatchObject({ code: 'validation_failed' });
});
