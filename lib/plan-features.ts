/** What plans can include. A plan's row names some of these. */
export const PLAN_FEATURES = ['tenant_api_keys', 'api_access'] as const;

export type PlanFeature = (typeof PLAN_FEATURES)[number];

/** Each of these lets a workspace create API keys (docs/rules.md, rule 2). */
export const API_KEY_FEATURES = [
  'tenant_api_keys',
  'api_access',
] as const satisfies readonly PlanFeature[];

/**
 * What people are told that a plan includes. Either of the features that allow API keys is enough,
 * so people are told of one thing. messages/*.json have, below `plans.features`, its name, its
 * meaning, and the sentence for a plan without it.
 */
export const TOLD_AS = {
  tenant_api_keys: 'api_keys',
  api_access: 'api_keys',
} as const satisfies Record<PlanFeature, string>;

export type ToldFeature = (typeof TOLD_AS)[PlanFeature];

export const TOLD_FEATURES: readonly ToldFeature[] = [...new Set(Object.values(TOLD_AS))];
