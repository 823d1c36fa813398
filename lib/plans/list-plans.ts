import { db } from '@/lib/database/client';
import { isOutage } from '@/lib/database/outage';
import type { PlanFeature } from '@/lib/plan-features';
import { includesAny } from './features';
import { onSale, type Plan, planColumns, toPlan } from './plan';

/** The plans on sale, smallest first. */
export async function listPlans(): Promise<Plan[]> {
  const rows = await db.plan.findMany({
    where: onSale,
    orderBy: { position: 'asc' },
    select: planColumns,
  });
  return rows.map(toPlan);
}

/** The plans on sale, or null while the database is down, so that public pages still work. */
export async function listPlansIfUp(): Promise<Plan[] | null> {
  try {
    return await listPlans();
  } catch (error) {
    if (isOutage(error)) return null;
    throw error;
  }
}

/** Names of the plans on sale that include one of the features, smallest first. */
export async function listPlanNamesWith(anyOf: readonly PlanFeature[]): Promise<string[]> {
  const plans = await listPlans();
  return plans.filter((plan) => includesAny(plan, anyOf)).map(({ name }) => name);
}

/** @returns the slug if a plan on sale has it */
export async function findSlugOnSale(slug: string): Promise<string | null> {
  const plan = await db.plan.findFirst({ where: { ...onSale, slug }, select: { slug: true } });
  return plan?.slug ?? null;
}
