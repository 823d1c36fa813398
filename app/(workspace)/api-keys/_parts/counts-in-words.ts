import { getTranslations } from 'next-intl/server';
import type { LastDay } from '@/lib/api-keys/read/last-day';
import { type Counts, noCounts, OUTCOMES, totalOf } from '@/lib/api-keys/usage/counts';
import type { UsagePeriod } from '@/lib/api-keys/usage/period';

/** How many requests there were, and how many did not succeed: `1,204 requests, 3 refused`. */
export async function countsInWords(counts: Counts): Promise<string> {
  return (await partsOf(counts)).join(', ');
}

/** The same as a sentence: `1,204 requests, 3 refused, in the last 24 hours`. */
export async function periodInWords(counts: Counts, period: UsagePeriod): Promise<string> {
  const t = await getTranslations('apiKeys.usage.during');
  const parts = await partsOf(counts);
  return t(period, { counts: parts.length > 1 ? `${parts.join(', ')},` : parts.join() });
}

/** How much a key was used in the last 24 hours: `34 requests, 2 refused, in the last 24 hours`. */
export async function dayInWords({ requests, refused }: Pick<LastDay, 'requests' | 'refused'>) {
  return periodInWords({ ...noCounts(), succeeded: requests - refused, refused }, 'day');
}

/** What became of requests that did not succeed: `3 refused`, `1 failed`. */
export async function notSucceeded(counts: Counts): Promise<string[]> {
  const t = await getTranslations('apiKeys.usage.counted');
  return OUTCOMES.flatMap((outcome) =>
    outcome !== 'succeeded' && counts[outcome] > 0 ? t(outcome, { count: counts[outcome] }) : [],
  );
}

async function partsOf(counts: Counts): Promise<string[]> {
  const t = await getTranslations('apiKeys.usage');
  return [t('requests', { count: totalOf(counts) }), ...(await notSucceeded(counts))];
}
