import { expect, test } from 'vitest';
import type { Actor } from '@/lib/actor';
import { db } from '@/lib/database/client';
import { changePlan } from '@/lib/workspaces/workspace/change-plan';
import { makeMember, makeUser, makeWorkspace, type TestWorkspace } from '@/tests/support/workspace';

async function expectUnchanged({ id, planSlug }: TestWorkspace): Promise<void> {
  const plan = await db.plan.findFirst({ where: { workspaces: { some: { id } } } });
  expect(plan?.slug).toBe(planSlug);
  expect(await db.auditEvent.count({ where: { workspaceId: id } })).toBe(0);
}

test.each(['ADMIN', 'USER'] as const)('a member who is %s changes no plan', async (role) => {
  const workspace = await makeWorkspace({ plan: 'free' });
  const member = await makeMember(workspace, role);
  await expect(changePlan(member, 'pro')).rejects.toMatchObject({ code: 'owner_required' });
  await expectUnchanged(workspace);
});

test('an API key changes no plan, whatever it may do', async () => {
  const workspace = await makeWorkspace({ plan: 'free' });
  const actor: Actor = {
    kind: 'apiKey',
    apiKeyId: crypto.randomUUID(),
    workspaceId: workspace.id,
    scopes: ['invoices:read', 'invoices:write'],
  };
  await expect(changePlan(actor, 'pro')).rejects.toMatchObject({ code: 'owner_required' });
  await expectUnchanged(workspace);
});

test('someone who was the Owner a moment ago changes no plan', async () => {
  const workspace = await makeWorkspace({ plan: 'free' });
  await db.workspace.update({ where: { id: workspace.id }, data: { ownerId: await makeUser() } });
  await expect(changePlan(workspace.owner, 'pro')).rejects.toMatchObject({
    code: 'owner_required',
  });
  await expectUnchanged(workspace);
});

test('someone who calls themselves Owner of another workspace changes no plan there', async () => {
  const [own, foreign] = [
    await makeWorkspace({ plan: 'free' }),
    await makeWorkspace({ plan: 'free' }),
  ];
  const impostor = { ...own.owner, workspaceId: foreign.id };
  await expect(changePlan(impostor, 'pro')).rejects.toMatchObject({ code: 'owner_required' });
  await expectUnchanged(foreign);
});

test('a plan that is not on sale cannot be had, not even by who has it', async () => {
  const legacy = await makeWorkspace({ plan: { features: [] } });
  const workspace = await makeWorkspace({ plan: 'free' });
  for (const { owner } of [workspace, legacy]) {
    await expect(changePlan(owner, legacy.planSlug)).rejects.toMatchObject({ code: 'not_found' });
  }
  await expectUnchanged(workspace);
  await expectUnchanged(legacy);
});

test('a plan that is not on sale can be left', async () => {
  const workspace = await makeWorkspace({ plan: { features: [] } });
  await changePlan(workspace.owner, 'starter');
});

test.each([
  ['an unknown slug', 'platinum'],
  ['nothing', undefined],
  ['null', null],
  ['an empty text', ''],
  ['an operator', { not: '' }],
  ['a list', ['pro']],
  ['a number', 3],
  ['a text with a zero byte', 'pro\u0000'],
  ['a very long text', 'pro'.repeat(100)],
])('%s is no plan', async (_, slug) => {
  const workspace = await makeWorkspace({ plan: 'free' });
  await expect(changePlan(workspace.owner, slug)).rejects.toMatchObject({ code: 'not_found' });
  await expectUnchanged(workspace);
});
