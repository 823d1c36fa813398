import { getTranslations } from 'next-intl/server';
import { told, toldWithUtc } from '@/app/_times/told';
import { countsInWords } from '@/app/(workspace)/api-keys/_parts/counts-in-words';
import type { ApiKeyUsage } from '@/lib/api-keys/read/read-usage';
import type { Counts } from '@/lib/api-keys/usage/counts';
import type { UsagePeriod } from '@/lib/api-keys/usage/period';
import { UTC } from '@/lib/time-zone';

/** An hour or a day of use, in words and in numbers. */
export type Bar = {
  at: Date;
  /** what stands below it */
  label: string;
  /** which it is, with UTC at hand; of two hours that the clocks show alike, the zone tells which */
  name: string;
  counts: Counts;
  /** the same numbers in a sentence */
  told: string;
};

/** The bars of a chart, and the rows of its table, oldest first. The last one is not over. */
export async function barsOf({ buckets }: ApiKeyUsage, period: UsagePeriod): Promise<Bar[]> {
  const t = await getTranslations('apiKeys.usage');
  return Promise.all(
    buckets.map(async ({ at, ...counts }, index) => {
      const when = period === 'day' ? await toldWithUtc(at, 'near') : await told(at, 'date', UTC);
      const name = index === buckets.length - 1 ? t('notOver', { time: when }) : when;
      const label = period === 'day' ? await told(at, 'hour') : when;
      return { at, label, name, counts, told: `${name}: ${await countsInWords(counts)}` };
    }),
  );
}
