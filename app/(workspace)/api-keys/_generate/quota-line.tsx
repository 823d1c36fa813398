import { getTranslations } from 'next-intl/server';
import { Meter } from '@/components/meter';
import { TextLink } from '@/components/text-link';
import type { ApiKeyQuota } from '@/lib/api-keys/model/quota';

/** How many keys there are, and how many the plan has room for. */
export async function QuotaLine({ quota: { planName, active, limit } }: { quota: ApiKeyQuota }) {
  const t = await getTranslations('apiKeys.quota');
  const label = limit === null ? t('unlimited', { active }) : t('used', { active, limit });
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p className="font-medium">{label}</p>
        <p className="text-sm">
          <TextLink href="/plans">{t('plan', { plan: planName })}</TextLink>
        </p>
      </div>
      {limit !== null && <Meter label={label} value={active} max={limit} />}
    </div>
  );
}
