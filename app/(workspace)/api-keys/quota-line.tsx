import { getTranslations } from 'next-intl/server';
import { Meter } from '@/components/meter';
import type { ApiKeyQuota } from '@/lib/api-keys/quota';
import { API_KEY_FEATURES } from '@/lib/plan-features';
import { includesAny } from '@/lib/plans/features';
import { NotInPlan } from '../not-in-plan';

/** How many keys there are, how many are allowed, and how to make room when there is none. */
export async function QuotaLine({ quota }: { quota: ApiKeyQuota }) {
  const t = await getTranslations('apiKeys.quota');
  const { planName, active, limit, excess } = quota;
  const isAvailable = includesAny(quota, API_KEY_FEATURES);
  const label = limit === null ? t('unlimited', { active }) : t('used', { active, limit });
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p className="font-medium">{label}</p>
        <p className="text-sm text-muted">{t('plan', { plan: planName })}</p>
      </div>
      {limit !== null && <Meter label={label} value={active} max={limit} />}
      {!isAvailable && <NotInPlan anyOf={API_KEY_FEATURES}>{t('othersWork')}</NotInPlan>}
      {isAvailable && excess > 0 && <p className="text-sm text-warning">{t('full', { excess })}</p>}
    </div>
  );
}
