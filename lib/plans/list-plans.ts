import { db } from '@/lib/database/client';
import { isOutage } from '@/lib/database/outage';
import { API_KEY_FEATURES, includesAny } from './features';
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

/** The plans on sale, or null while the database does not answer: public pages go on reading. */
export async function listPlansIfUp(): Promise<Plan[] | null> {
  try {
    return await listPlans();
  } catch (error) {
    if (isOutage(error)) return null;
    throw error;
  }
}

/** Names of the plans on sale that include API keys, smallest first. */
export async function listPlanNamesWithApiKeys(): Promise<string[]> {
  const plans = await listPlans();
  return plans.filter((plan) => includesAny(plan, API_KEY_FEATURES)).map(({ name }) => name);
}
