import { getFormatter, getTranslations } from 'next-intl/server';
import { countsInWords } from '@/app/(workspace)/api-keys/_parts/counts-in-words';
import type { ApiKeyUsage } from '@/lib/api-keys/read/read-usage';
import type { UsagePeriod } from '@/lib/api-keys/usage/period';
import { type Segment, scaleOf, segmentsOf } from './geometry';
import { fillOf } from './patterns';

/** In pixels: the drawing is as wide as its place, and its letters keep their size. */
const TOP = 22;
const HEIGHT = 140;
const BOTTOM = 24;

/** How much of its place a bar takes. */
const SHARE = 0.72;

/** After how many bars one has a label. */
const LABELLED = { day: 6, month: 7 };

export const TIMES = {
  day: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  month: { month: 'short', day: 'numeric' },
} as const;

type Props = { usage: ApiKeyUsage; period: UsagePeriod; label: string };

/** Requests over time, as bars of what became of them. */
export async function Chart({ usage: { buckets }, period, label }: Props) {
  const t = await getTranslations('apiKeys.usage');
  const format = await getFormatter();
  const scale = scaleOf(buckets);
  const place = 100 / buckets.length;
  const bars = await Promise.all(
    buckets.map(async ({ at, ...counts }) => ({
      at,
      title: `${format.dateTime(at, TIMES[period])}: ${await countsInWords(counts)}`,
      segments: segmentsOf(counts, scale),
    })),
  );
  const labelled = bars
    .map(({ at }, index) => ({ at, index }))
    .filter(({ index }) => index % LABELLED[period] === 0 && index < bars.length - 3);
  return (
    <svg
      role="img"
      aria-label={label}
      height={TOP + HEIGHT + BOTTOM}
      className="mt-4 w-full fill-muted text-xs forced-colors:fill-[CanvasText]"
    >
      <text y={TOP - 8}>{format.number(scale)}</text>
      {[0, HEIGHT / 2, HEIGHT].map((y) => (
        <line
          key={y}
          x2="100%"
          y1={TOP + y}
          y2={TOP + y}
          className="stroke-line forced-colors:stroke-[GrayText]"
        />
      ))}
      <svg y={TOP} width="100%" height={HEIGHT} aria-hidden="true">
        {bars.map(({ at, title, segments }, index) => (
          <g key={at.getTime()}>
            <title>{title}</title>
            <rect
              x={`${index * place}%`}
              width={`${place}%`}
              height="100%"
              className="fill-transparent hover:fill-muted/15"
            />
            <Bar x={(index + (1 - SHARE) / 2) * place} width={SHARE * place} segments={segments} />
          </g>
        ))}
      </svg>
      {labelled.map(({ at, index }) => (
        <text
          key={at.getTime()}
          x={`${(index === 0 ? (1 - SHARE) / 2 : index + 0.5) * place}%`}
          y={TOP + HEIGHT + 17}
          textAnchor={index === 0 ? 'start' : 'middle'}
        >
          {format.dateTime(at, TIMES[period])}
        </text>
      ))}
      <text x="100%" y={TOP + HEIGHT + 17} textAnchor="end">
        {t(`now.${period}`)}
      </text>
    </svg>
  );
}

type BarProps = { x: number; width: number; segments: Segment[] };

function Bar({ x, width, segments }: BarProps) {
  return segments.map(({ outcome, y, height }) => (
    <rect
      key={outcome}
      x={`${x}%`}
      y={`${y}%`}
      width={`${width}%`}
      height={`${height}%`}
      fill={fillOf(outcome)}
      className="pointer-events-none stroke-surface forced-colors:stroke-[Canvas]"
    />
  ));
}
