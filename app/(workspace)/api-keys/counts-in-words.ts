import { getTranslations } from 'next-intl/server';
import { type Counts, OUTCOMES, totalOf } from '@/lib/api-keys/use/counts';

/** How many requests there were, and how many did not succeed: `1,204 requests, 3 refused`. */
export async function countsInWords(counts: Counts): Promise<string> {
  const t = await getTranslations('apiKeys.use');
  const requests = t('requests', { count: totalOf(counts) });
  return [requests, ...(await notSucceeded(counts))].join(', ');
}

/** What became of requests that did not succeed: `3 refused`, `1 failed`. */
export async function notSucceeded(counts: Counts): Promise<string[]> {
  const t = await getTranslations('apiKeys.use.counted');
  return OUTCOMES.filter((outcome) => outcome !== 'succeeded' && counts[outcome] > 0).map(
    (outcome) => t(outcome, { count: counts[outcome] }),
  );
}
