/**
 * What plans can include. A plan's row names some of these. messages/*.json have, below
 * `plans.features`, each one's name, its meaning, and the sentence for a plan without it.
 */
export const PLAN_FEATURES = ['tenant_api_keys', 'api_access'] as const;

export type PlanFeature = (typeof PLAN_FEATURES)[number];

/** Each of these lets a workspace create API keys (docs/rules.md, rule 2). */
export const API_KEY_FEATURES = [
  'tenant_api_keys',
  'api_access',
] as const satisfies readonly PlanFeature[];
