import { type Actor, denied } from '@/lib/actor';
import { AppError } from '@/lib/errors';
import { PLAN_FEATURES, type PlanFeature } from '@/lib/plan-features';

/** Of a plan, what decides: names in a row, which an operator may have mistyped. */
type WithFeatures = { features: readonly string[] };

/** The features of a plan, in the order in which they are shown. */
export function featuresOf({ features }: WithFeatures): PlanFeature[] {
  return PLAN_FEATURES.filter((feature) => features.includes(feature));
}

/** @returns whether a plan includes at least one of the features */
export function includesAny(plan: WithFeatures, anyOf: readonly PlanFeature[]): boolean {
  return featuresOf(plan).some((feature) => anyOf.includes(feature));
}

/**
 * Lets a workspace through whose plan includes a feature, or one of several.
 * @param plan of the actor's workspace, from getPlan (get-plan.ts)
 * @throws AppError `feature_not_available`; what people are told of it begins with the first feature
 */
export function assertFeature(
  actor: Actor,
  plan: WithFeatures,
  ...anyOf: readonly [PlanFeature, ...PlanFeature[]]
): void {
  if (includesAny(plan, anyOf)) return;
  throw denied(actor, new AppError('feature_not_available', { anyOf }));
}
