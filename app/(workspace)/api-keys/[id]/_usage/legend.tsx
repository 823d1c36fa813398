import { getFormatter, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { type Counts, OUTCOMES } from '@/lib/api-keys/usage/counts';
import type { UsagePeriod } from '@/lib/api-keys/usage/period';
import { Swatch } from './patterns';

type Props = {
  sum: Counts;
  period: UsagePeriod;
  /** when the key ended, where the chart shows that */
  end: string | null;
};

/** What each pattern of the chart means, and how many requests are of it. */
export async function Legend({ sum, period, end }: Props) {
  const t = await getTranslations('apiKeys.usage');
  const format = await getFormatter();
  const outcomes = OUTCOMES.filter((outcome) => outcome === 'succeeded' || sum[outcome] > 0);
  return (
    <ul className="mt-3 flex flex-wrap gap-x-5 gap-y-1.5 text-sm">
      {outcomes.map((outcome) => (
        <Item key={outcome} swatch={<Swatch of={outcome} />} text={t(`outcomes.${outcome}`)}>
          <span className="font-medium tabular-nums">{format.number(sum[outcome])}</span>
        </Item>
      ))}
      <Item swatch={<Swatch of="unfinished" />} text={t(`unfinished.${period}`)} />
      {end && (
        <Item
          swatch={
            <span
              aria-hidden="true"
              className="h-3.5 border-l-2 border-dashed border-danger forced-colors:border-[CanvasText]"
            />
          }
          text={t('endedAt', { time: end })}
        />
      )}
    </ul>
  );
}

type ItemProps = { swatch: ReactNode; text: string; children?: ReactNode };

function Item({ swatch, text, children }: ItemProps) {
  return (
    <li className="flex items-center gap-2">
      {swatch}
      <span className="text-muted">{text}</span>
      {children}
    </li>
  );
}
