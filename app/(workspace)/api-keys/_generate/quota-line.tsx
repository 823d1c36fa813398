import { getTranslations } from 'next-intl/server';
import { Meter } from '@/components/meter';
import { TextLink } from '@/components/text-link';
import type { ApiKeyQuota } from '@/lib/api-keys/model/quota';

/** From this share of the limit on a bar is drawn: before that, nobody needs to think of it. */
const DRAWN_FROM = 0.8;

/** How many keys there are, and how many the plan has room for. One of one is no shortage. */
export async function QuotaLine({ quota: { planName, active, limit } }: { quota: ApiKeyQuota }) {
  const t = await getTranslations('apiKeys.quota');
  const label = limit === null ? t('unlimited', { active }) : t('used', { active, limit });
  const isDrawn = limit !== null && limit > 1 && active >= limit * DRAWN_FROM;
  return (
    <div className="flex flex-wrap items-center gap-x-3 text-sm text-muted">
      {isDrawn && (
        <div className="w-20">
          <Meter label={label} value={active} max={limit} />
        </div>
      )}
      <p>{label}</p>
      <p>
        <TextLink href="/plans">{t('plan', { plan: planName })}</TextLink>
      </p>
    </div>
  );
}
