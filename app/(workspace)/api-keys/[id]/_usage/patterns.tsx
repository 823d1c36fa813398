import type { Outcome } from '@/lib/api-keys/usage/counts';

type Look = { fill: string; lines?: string; stroke?: string };

/** Of what a chart shows. */
type Shown = Outcome | 'unfinished';

/**
 * Each outcome has a colour and a pattern of its own, so that nobody has to tell colours apart. Colours
 * that a person forces do not reach into a drawing: it takes them itself.
 */
const LOOKS: Record<Shown, Look> = {
  succeeded: { fill: 'fill-accent forced-colors:fill-[Highlight]' },
  failed: { fill: 'fill-warning forced-colors:fill-[CanvasText]', lines: 'M-1 7 7-1M3 11 11 3' },
  rateLimited: { fill: 'fill-control forced-colors:fill-[CanvasText]', lines: 'M0 4H8' },
  errored: { fill: 'fill-danger forced-colors:fill-[CanvasText]', lines: 'M4 0V8M0 4H8' },
  refused: { fill: 'fill-ink forced-colors:fill-[LinkText]', lines: 'M-1 1 7 9M3-3 11 5' },
  unfinished: {
    fill: 'fill-transparent',
    lines: 'M0 2H2M4 6H6',
    stroke: 'stroke-control forced-colors:stroke-[GrayText]',
  },
};

/** What {@link Swatch} and the bars are filled with; it stands once on a page. */
export function Patterns() {
  return (
    <svg width="0" height="0" className="absolute" aria-hidden="true">
      <defs>
        {Object.entries(LOOKS).map(([shown, look]) => (
          <pattern
            key={shown}
            id={`usage-${shown}`}
            width="8"
            height="8"
            patternUnits="userSpaceOnUse"
          >
            <rect width="8" height="8" className={look.fill} />
            {look.lines && (
              <path
                d={look.lines}
                strokeWidth="1.5"
                className={`fill-none ${look.stroke ?? 'stroke-surface forced-colors:stroke-[Canvas]'}`}
              />
            )}
          </pattern>
        ))}
      </defs>
    </svg>
  );
}

export const fillOf = (shown: Shown) => `url(#usage-${shown})`;

/** Shows which pattern is that of an outcome. */
export function Swatch({ of }: { of: Shown }) {
  return (
    <svg width="14" height="14" className="shrink-0 rounded-[3px]" aria-hidden="true">
      <rect width="14" height="14" fill={fillOf(of)} />
      {of === 'unfinished' && (
        <rect
          x=".5"
          y=".5"
          width="13"
          height="13"
          strokeDasharray="3 2"
          className="fill-none stroke-ink forced-colors:stroke-[CanvasText]"
        />
      )}
    </svg>
  );
}
