import { getFormatter, getTranslations } from 'next-intl/server';
import { excessOf } from '@/lib/api-keys/quota';
import { API_KEY_FEATURES, type PlanFeature } from '@/lib/plan-features';
import { featuresOf, includesAny } from '@/lib/plans/features';
import type { Plan } from '@/lib/plans/plan';
import { priceOf } from './price';

/**
 * Sentences on what a switch would change, the most important first.
 * @param active how many keys are active now
 */
export async function consequencesOf(from: Plan, to: Plan, active: number): Promise<string[]> {
  const t = await getTranslations('plans.change');
  const unlimited = (await getTranslations('plans'))('unlimited').toLowerCase();
  const format = await getFormatter();
  const limitOf = ({ maxActiveApiKeys: limit }: Plan) =>
    limit === null ? unlimited : format.number(limit);

  const limit = to.maxActiveApiKeys;
  const excess = excessOf(active, limit);
  const [had, has] = [from, to].map((plan) => includesAny(plan, API_KEY_FEATURES));
  const names = await getTranslations('plans.features');
  const onlyIn = (one: Plan, other: Plan) =>
    otherFeatures(one)
      .filter((feature) => !otherFeatures(other).includes(feature))
      .map((feature) => names(`${feature}.name`));
  const [gained, lost] = [onlyIn(to, from), onlyIn(from, to)];
  const [before, after] = await Promise.all([priceOf(from), priceOf(to)]);
  return [
    after !== null && before !== after && t('price', { price: after }),
    has && limit !== null && excess > 1 && t('kept', { plan: to.name, active, limit, excess }),
    has && limit !== null && excess === 1 && t('full', { plan: to.name, limit }),
    !had && has && t('keysGained'),
    had && !has && t('keysLost'),
    gained.length > 0 && t('featuresGained', { features: format.list(gained) }),
    lost.length > 0 && t('featuresLost', { features: format.list(lost) }),
    limit !== from.maxActiveApiKeys && t('keys', { before: limitOf(from), after: limitOf(to) }),
    to.requestsPerMinute !== from.requestsPerMinute &&
      t('requests', { before: from.requestsPerMinute, after: to.requestsPerMinute }),
    excess === 0 && active > 0 && t('keep', { active }),
  ].filter((sentence) => typeof sentence === 'string');
}

/** The features that are named one by one. Of those that allow keys either is enough: they are one. */
function otherFeatures(plan: Plan): PlanFeature[] {
  const ofKeys: readonly PlanFeature[] = API_KEY_FEATURES;
  return featuresOf(plan).filter((feature) => !ofKeys.includes(feature));
}
