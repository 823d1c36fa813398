import Link from 'next/link';
import { getFormatter, getTranslations } from 'next-intl/server';
import { periodInWords } from '@/app/(workspace)/api-keys/_parts/counts-in-words';
import type { ApiKeyUsage } from '@/lib/api-keys/read/read-usage';
import {
  addCounts,
  type Counts,
  noCounts,
  OUTCOMES,
  type Outcome,
} from '@/lib/api-keys/usage/counts';
import type { UsagePeriod } from '@/lib/api-keys/usage/period';
import { hrefOf, type Params } from './address';
import { Chart, TIMES } from './chart';
import { CountsTable } from './counts-table';
import { Folded } from './folded';
import { Patterns, Swatch } from './patterns';

type Props = { id: string; usage: ApiKeyUsage; period: UsagePeriod; params: Params };

/** How many requests there were, and when: in a sentence, in a chart, and in a table. */
export async function OverTime({ id, usage, period, params }: Props) {
  const t = await getTranslations('apiKeys.usage');
  const sum = noCounts();
  for (const counts of usage.buckets) addCounts(sum, counts);
  const summary = await periodInWords(sum, period);
  const outcomes = OUTCOMES.filter((outcome) => outcome === 'succeeded' || sum[outcome] > 0);
  return (
    <section aria-labelledby="usage">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="usage" className="scroll-mt-4 text-section">
          {t('title')}
        </h2>
        <Periods id={id} period={period} params={params} />
      </div>
      <div className="mt-3 rounded-panel border border-line bg-surface p-5 shadow-raised">
        <p className="font-medium">{summary}</p>
        <Patterns />
        <Chart usage={usage} period={period} label={summary} />
        <Legend sum={sum} outcomes={outcomes} />
        <p className="mt-3 text-xs text-muted">
          {[t(`axis.${period}`), ...(sum.refused > 0 ? [t('refusedMeans')] : [])].join(' ')}
        </p>
      </div>
      <Folded summary={t('asTable')}>
        <BucketTable usage={usage} period={period} caption={summary} />
      </Folded>
    </section>
  );
}

/** The periods to choose from, as links: they need no script, and the address says which one it is. */
async function Periods({ id, period, params }: Omit<Props, 'usage'>) {
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

async function Legend({ sum, outcomes }: { sum: Counts; outcomes: Outcome[] }) {
  const t = await getTranslations('apiKeys.usage.outcomes');
  const format = await getFormatter();
  return (
    <ul className="mt-3 flex flex-wrap gap-x-5 gap-y-1.5 text-sm">
      {outcomes.map((outcome) => (
        <li key={outcome} className="flex items-center gap-2">
          <Swatch outcome={outcome} />
          <span className="text-muted">{t(outcome)}</span>
          <span className="font-medium tabular-nums">{format.number(sum[outcome])}</span>
        </li>
      ))}
    </ul>
  );
}

type BucketTableProps = Omit<Props, 'id' | 'params'> & { caption: string };

async function BucketTable({ usage, period, caption }: BucketTableProps) {
  const t = await getTranslations('apiKeys.usage');
  const format = await getFormatter();
  const day = period === 'day' && TIMES.month;
  return (
    <CountsTable
      caption={caption}
      title={t(`time.${period}`)}
      rows={usage.buckets.map(({ at, ...counts }) => ({
        head: format.dateTime(at, { ...day, ...TIMES[period] }),
        counts,
      }))}
    />
  );
}
