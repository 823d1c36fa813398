/**
 * What plans can include. A plan is a row that names some of these. messages/*.json say of each,
 * below `plans.features`, what it is called, what it means, and what is said where it is missing.
 */
export const PLAN_FEATURES = ['tenant_api_keys', 'api_access'] as const;

export type PlanFeature = (typeof PLAN_FEATURES)[number];

/** Each of these lets a workspace create API keys (docs/rules.md, rule 2). */
export const API_KEY_FEATURES = [
  'tenant_api_keys',
  'api_access',
] as const satisfies readonly PlanFeature[];
