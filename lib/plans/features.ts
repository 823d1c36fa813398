import { type Actor, denied } from '@/lib/actor';
import { AppError } from '@/lib/errors';

/**
 * What plans can include. A plan is a row that names some of these; the plans page says what each
 * means (messages/*.json, below `plans.features`).
 */
export const PLAN_FEATURES = ['tenant_api_keys', 'api_access'] as const;

export type PlanFeature = (typeof PLAN_FEATURES)[number];

/** Of a plan, what decides: names in a row, which an operator may have mistyped. */
type WithFeatures = { features: readonly string[] };

/** The features of a plan, in the order in which they are shown. */
export function featuresOf({ features }: WithFeatures): PlanFeature[] {
  return PLAN_FEATURES.filter((feature) => features.includes(feature));
}

/** Each of these lets a workspace create API keys (docs/rules.md, rule 2). */
export const API_KEY_FEATURES: PlanFeature[] = ['tenant_api_keys', 'api_access'];

/** @returns whether a plan includes at least one of the features */
export function includesAny(plan: WithFeatures, anyOf: readonly PlanFeature[]): boolean {
  return featuresOf(plan).some((feature) => anyOf.includes(feature));
}

/**
 * Lets a workspace through whose plan includes a feature, or one of several.
 * @param plan of the actor's workspace, from getPlan (get-plan.ts)
 * @throws AppError `feature_not_available`
 */
export function assertFeature(
  actor: Actor,
  plan: WithFeatures,
  ...anyOf: readonly PlanFeature[]
): void {
  if (includesAny(plan, anyOf)) return;
  throw denied(actor, new AppError('feature_not_available'));
}
