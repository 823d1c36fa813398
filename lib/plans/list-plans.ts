import { grantsApiKeys } from '@/lib/api-keys/quota';
import { db } from '@/lib/db';

/** Names of the plans on sale that include API keys, smallest first. */
export async function listPlanNamesWithApiKeys(): Promise<string[]> {
  const plans = await db.plan.findMany({
    where: { position: { not: null } },
    orderBy: { position: 'asc' },
    select: { name: true, features: true },
  });
  return plans.filter(({ features }) => grantsApiKeys(features)).map(({ name }) => name);
}
