import { getFormatter, getTranslations } from 'next-intl/server';
import { excessOf } from '@/lib/api-keys/quota';
import { API_KEY_FEATURES, includesAny } from '@/lib/plans/features';
import type { Plan } from '@/lib/plans/plan';

/**
 * Says what a switch would mean, the weightiest first.
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
  return [
    has && limit !== null && excess > 1 && t('kept', { plan: to.name, active, limit, excess }),
    has && limit !== null && excess === 1 && t('full', { plan: to.name, limit }),
    !had && has && t('keysGained'),
    had && !has && t('keysLost'),
    limit !== from.maxActiveApiKeys && t('keys', { before: limitOf(from), after: limitOf(to) }),
    to.requestsPerMinute !== from.requestsPerMinute &&
      t('requests', { before: from.requestsPerMinute, after: to.requestsPerMinute }),
    excess === 0 && active > 0 && t('keep', { active }),
  ].filter((sentence) => typeof sentence === 'string');
}
