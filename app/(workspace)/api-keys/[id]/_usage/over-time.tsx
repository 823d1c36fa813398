import { getTranslations } from 'next-intl/server';
import { told, toldWithUtc } from '@/app/_times/told';
import { periodInWords } from '@/app/(workspace)/api-keys/_parts/counts-in-words';
import { endingOf } from '@/app/(workspace)/api-keys/[id]/_receipt/facts';
import { Link } from '@/components/page/link';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { isLive } from '@/lib/api-keys/model/state';
import type { ApiKeyUsage } from '@/lib/api-keys/read/read-usage';
import { addCounts, noCounts } from '@/lib/api-keys/usage/counts';
import { periodAt, type UsagePeriod } from '@/lib/api-keys/usage/period';
import { hrefOf, type Params } from './address';
import { barsOf } from './bars';
import { Chart } from './chart';
import { ChartValues } from './chart-values';
import { CountsTable } from './counts-table';
import { Folded } from './folded';
import { Legend } from './legend';
import { Patterns } from './patterns';

type Props = { apiKey: ApiKey; usage: ApiKeyUsage; period: UsagePeriod; params: Params };

/** How many requests there were, and when: in a sentence, in a chart, and in a table. */
export async function OverTime({ apiKey, usage, period, params }: Props) {
  const t = await getTranslations('apiKeys.usage');
  const sum = noCounts();
  for (const counts of usage.buckets) addCounts(sum, counts);
  const summary = await periodInWords(sum, period);
  const bars = await barsOf(usage, period);
  const end = isLive(apiKey.state) ? null : endIn(usage, period, endingOf(apiKey).at);
  const about = [
    t(`axis.${period}`),
    ...(period === 'day' ? [t('times', { time: await toldWithUtc(usage.to, 'clock') })] : []),
    ...(sum.refused > 0 ? [t('refusedMeans')] : []),
  ];
  return (
    <section aria-labelledby="usage">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="usage" className="scroll-mt-4 text-section">
          {t('title')}
        </h2>
        <Periods id={apiKey.id} period={period} params={params} />
      </div>
      <div className="mt-3 rounded-panel border border-line bg-surface p-5 shadow-raised">
        <p className="font-medium">{summary}</p>
        <Patterns />
        <ChartValues key={period} bars={bars.map((bar) => bar.told)}>
          <Chart bars={bars} period={period} label={summary} end={end?.x} />
        </ChartValues>
        <Legend sum={sum} period={period} end={end && (await told(end.at, 'near'))} />
        <p className="mt-3 text-xs text-muted">{about.join(' ')}</p>
      </div>
      <Folded summary={t('asTable')}>
        <CountsTable
          caption={summary}
          title={t(`time.${period}`)}
          rows={bars.map(({ name, counts }) => ({ head: name, counts }))}
        />
      </Folded>
    </section>
  );
}

/** Where in a chart a moment is, from the left in percent; null where it is not in it. */
function endIn({ from, to, buckets }: ApiKeyUsage, period: UsagePeriod, at: Date | null) {
  if (!at || at < from || at > to) return null;
  const { bucketMs } = periodAt(to, period);
  const length = buckets.length * bucketMs;
  return { at, x: ((at.getTime() - from.getTime()) / length) * 100 };
}

type PeriodsProps = Pick<Props, 'period' | 'params'> & { id: string };

/** The periods to choose from, as links: they need no script, and the address says which one it is. */
async function Periods({ id, period, params }: PeriodsProps) {
  const t = await getTranslations('apiKeys.usage');
  return (
    <nav
      aria-label={t('period')}
      className="flex rounded-control border border-line bg-surface p-0.5 text-sm"
    >
      {(['day', 'month'] as const).map((one) => (
        <Link
          key={one}
          href={hrefOf(id, 'usage', params, { window: one === 'day' ? undefined : one })}
          scroll={false}
          prefetch={false}
          aria-current={one === period || undefined}
          className="rounded-[0.375rem] border border-transparent px-3 py-1.5 text-muted hover:text-ink aria-[current=true]:border-control aria-[current=true]:bg-sunken aria-[current=true]:font-medium aria-[current=true]:text-ink forced-colors:aria-[current=true]:underline"
        >
          {t(`windows.${one}`)}
        </Link>
      ))}
    </nav>
  );
}
