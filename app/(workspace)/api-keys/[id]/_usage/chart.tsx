import { getFormatter, getTranslations } from 'next-intl/server';
import type { UsagePeriod } from '@/lib/api-keys/usage/period';
import type { Bar } from './bars';
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

type Props = {
  bars: Bar[];
  period: UsagePeriod;
  label: string;
  /** where the key ended, from the left, in percent */
  end: number | undefined;
};

/** Requests over time, as bars of what became of them. */
export async function Chart({ bars, period, label, end }: Props) {
  const t = await getTranslations('apiKeys.usage');
  const format = await getFormatter();
  const scale = scaleOf(bars.map(({ counts }) => counts));
  const place = 100 / bars.length;
  const labelled = bars
    .map((bar, index) => ({ ...bar, index }))
    .filter(({ index }) => index % LABELLED[period] === 0 && index < bars.length - 3);
  return (
    <svg
      role="img"
      aria-label={label}
      height={TOP + HEIGHT + BOTTOM}
      className="w-full fill-muted text-xs forced-colors:fill-[CanvasText]"
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
        <rect x={`${100 - place}%`} width={`${place}%`} height="100%" fill={fillOf('unfinished')} />
        {bars.map(({ at, told, counts }, index) => (
          <g key={at.getTime()}>
            <title>{told}</title>
            <rect
              x={`${index * place}%`}
              width={`${place}%`}
              height="100%"
              className="fill-transparent hover:fill-muted/15"
            />
            <Column
              x={(index + (1 - SHARE) / 2) * place}
              width={SHARE * place}
              segments={segmentsOf(counts, scale)}
              isOver={index < bars.length - 1}
            />
          </g>
        ))}
        {end !== undefined && <End x={end} />}
      </svg>
      {labelled.map(({ at, label, index }) => (
        <text
          key={at.getTime()}
          x={`${(index === 0 ? (1 - SHARE) / 2 : index + 0.5) * place}%`}
          y={TOP + HEIGHT + 17}
          textAnchor={index === 0 ? 'start' : 'middle'}
        >
          {label}
        </text>
      ))}
      <text x="100%" y={TOP + HEIGHT + 17} textAnchor="end">
        {t(`now.${period}`)}
      </text>
    </svg>
  );
}

type ColumnProps = { x: number; width: number; segments: Segment[]; isOver: boolean };

/** One bar: pale and with a broken edge while it still grows. */
function Column({ x, width, segments, isOver }: ColumnProps) {
  const edge = isOver
    ? 'stroke-surface forced-colors:stroke-[Canvas]'
    : 'stroke-ink forced-colors:stroke-[CanvasText]';
  return segments.map(({ outcome, y, height }) => (
    <rect
      key={outcome}
      x={`${x}%`}
      y={`${y}%`}
      width={`${width}%`}
      height={`${height}%`}
      fill={fillOf(outcome)}
      fillOpacity={isOver ? 1 : 0.45}
      strokeDasharray={isOver ? undefined : '3 2'}
      className={`pointer-events-none ${edge}`}
    />
  ));
}

/** The moment from which on the key was refused. */
const End = ({ x }: { x: number }) => (
  <line
    x1={`${x}%`}
    x2={`${x}%`}
    y2="100%"
    strokeWidth="2"
    strokeDasharray="5 3"
    className="stroke-danger forced-colors:stroke-[CanvasText]"
  />
);
