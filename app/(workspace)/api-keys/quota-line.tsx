import { getTranslations } from 'next-intl/server';
import { Meter } from '@/components/meter';
import { Notice } from '@/components/notice';
import type { ApiKeyQuota } from '@/lib/api-keys/quota';
import { API_KEY_FEATURES } from '@/lib/plan-features';
import { includesAny } from '@/lib/plans/features';
import { listPlanNamesWith } from '@/lib/plans/list-plans';

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
      {!isAvailable && (
        <Notice tone="warning" title={t('notAvailable', { plan: planName })}>
          {t('plansThatDo', { plans: (await listPlanNamesWith(API_KEY_FEATURES)).join(', ') })}
        </Notice>
      )}
      {isAvailable && excess > 0 && <p className="text-sm text-warning">{t('full', { excess })}</p>}
    </div>
  );
}
