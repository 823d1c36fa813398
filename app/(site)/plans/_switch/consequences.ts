import { getFormatter, getTranslations } from 'next-intl/server';
import { priceOf } from '@/app/(site)/plans/price';
import type { PlanUsage } from '@/app/(site)/plans/viewer';
import { excessOf } from '@/lib/api-keys/model/quota';
import { API_KEY_FEATURES, TOLD_FEATURES, type ToldFeature } from '@/lib/plan-features';
import { includesAny, toldFeaturesOf } from '@/lib/plans/features';
import type { Plan } from '@/lib/plans/plan';

/** What is named where it is gained or lost. Keys have sentences of their own. */
const NAMED: readonly ToldFeature[] = TOLD_FEATURES.filter((told) => told !== 'api_keys');

/**
 * Sentences on what a switch would change, the most important first.
 * @param usage what the workspace uses of the one that it has
 */
export async function consequencesOf(from: Plan, to: Plan, usage: PlanUsage): Promise<string[]> {
  const { active } = usage.quota;
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
    NAMED.filter((told) => toldFeaturesOf(one).includes(told))
      .filter((told) => !toldFeaturesOf(other).includes(told))
      .map((told) => names(`${told}.name`));
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
    to.requestsPerMinute < from.requestsPerMinute &&
      active > 0 &&
      t('busier', {
        count: usage.busiest.filter((hour) => hour > 60 * to.requestsPerMinute).length,
      }),
    excess === 0 && active > 0 && t('keep', { active }),
  ].filter((sentence) => typeof sentence === 'string');
}
