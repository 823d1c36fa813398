import type { Plan } from '@/lib/plans/plan';

/** The features of plans that this page has words for. */
export const FEATURES = ['tenant_api_keys', 'api_access'] as const;

export function featuresOf(plan: Plan) {
  return FEATURES.filter((feature) => plan.features.includes(feature));
}
