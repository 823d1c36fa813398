import { type Actor, denied } from '@/lib/actor';
import { AppError } from '@/lib/errors';
import { PLAN_FEATURES, type PlanFeature, TOLD_AS, type ToldFeature } from '@/lib/plan-features';

/** The feature names of a plan's row. An operator may have mistyped some. */
type WithFeatures = { features: readonly string[] };

/** The features of a plan, in the order in which they are shown. */
export function featuresOf({ features }: WithFeatures): PlanFeature[] {
  return PLAN_FEATURES.filter((feature) => features.includes(feature));
}

/** What people are told that a plan includes, in the order in which it is shown, each thing once. */
export function toldFeaturesOf(plan: WithFeatures): ToldFeature[] {
  return [...new Set(featuresOf(plan).map((feature) => TOLD_AS[feature]))];
}

/** @returns whether a plan includes at least one of the features */
export function includesAny(plan: WithFeatures, anyOf: readonly PlanFeature[]): boolean {
  return featuresOf(plan).some((feature) => anyOf.includes(feature));
}

/**
 * Lets a workspace through if its plan includes at least one of the features.
 * @param plan the plan of the actor's workspace
 * @throws AppError `feature_not_available`; the sentence for people names the first feature
 */
export function assertFeature(
  actor: Actor,
  plan: WithFeatures,
  ...anyOf: readonly [PlanFeature, ...PlanFeature[]]
): void {
  if (includesAny(plan, anyOf)) return;
  throw denied(actor, new AppError('feature_not_available', { anyOf }));
}
