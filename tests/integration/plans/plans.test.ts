import { expect, test } from 'vitest';
import { db } from '@/lib/database/client';
import { PLAN_FEATURES, TOLD_FEATURES } from '@/lib/plan-features';
import { featuresOf, toldFeaturesOf } from '@/lib/plans/features';
import { getPlan } from '@/lib/plans/get-plan';
import { listPlans } from '@/lib/plans/list-plans';
import { isFirst } from '@/lib/plans/plan';
import { addWorkspace } from '@/lib/workspaces/workspace/add-workspace';
import { makeMember, makeUser, makeWorkspace } from '../../support/workspace';

test('the plans on sale are listed, smallest first, with nothing internal', async () => {
  await makeWorkspace({ plan: { features: [] } });
  const api = expect.arrayContaining(['tenant_api_keys', 'api_access']);
  const keys = expect.not.arrayContaining(['api_access']);
  const onSale = true;
  const noPrice = { monthlyPrice: null, currency: null };
  const row = (slug: string, name: string, rest: object) => ({
    slug,
    name,
    onSale,
    ...noPrice,
    ...rest,
  });
  expect(await listPlans()).toEqual([
    row('free', 'Free', { features: keys, maxActiveApiKeys: 1, requestsPerMinute: 60 }),
    row('starter', 'Starter', { features: keys, maxActiveApiKeys: 5, requestsPerMinute: 300 }),
    row('pro', 'Pro', { features: api, maxActiveApiKeys: 20, requestsPerMinute: 1200 }),
    row('enterprise', 'Enterprise', {
      features: api,
      maxActiveApiKeys: null,
      requestsPerMinute: 6000,
    }),
  ]);
});

test('each feature is part of a plan on sale, by a migration', async () => {
  const sold = (await listPlans()).flatMap(featuresOf);
  expect(PLAN_FEATURES.filter((feature) => !sold.includes(feature))).toEqual([]);
});

test('a new workspace is on the plan that nobody needs to choose', async () => {
  const { id } = await addWorkspace(db, await makeUser(), 'New');
  const { plan } = await db.workspace.findUniqueOrThrow({ where: { id }, select: { plan: true } });
  expect((await listPlans()).filter(isFirst)).toMatchObject([{ slug: plan.slug }]);
});

test('what people are told of a plan names no thing twice', () => {
  expect(toldFeaturesOf({ features: [...PLAN_FEATURES] })).toEqual(TOLD_FEATURES);
  expect(toldFeaturesOf({ features: ['api_access'] })).toEqual(['api_keys']);
  expect(toldFeaturesOf({ features: ['mistyped'] })).toEqual([]);
});

test('members see the plan of their own workspace, on sale or not', async () => {
  const pro = await makeWorkspace({ plan: 'pro' });
  const legacy = await makeWorkspace({ plan: { features: [], maxActiveApiKeys: 2 } });
  expect(await getPlan(await makeMember(pro, 'USER'))).toMatchObject({ slug: 'pro', onSale: true });
  expect(await getPlan(legacy.owner)).toMatchObject({
    slug: legacy.planSlug,
    maxActiveApiKeys: 2,
    onSale: false,
  });
});

test('a workspace that is gone has no plan', async () => {
  const workspace = await makeWorkspace();
  await db.workspace.delete({ where: { id: workspace.id } });
  await expect(getPlan(workspace.owner)).rejects.toMatchObject({ code: 'not_found' });
});
