type Props = {
  label: string;
  value: number;
  max: number;
  /** of something to be done, all of which is good */
  tone?: 'limit' | 'progress';
};

/**
 * How much of a limit is used, or of a task done. A limit has the warning colour when nothing is left.
 * The browsers' own meters have no common look, so theirs is there for screen readers alone, and ours
 * is drawn.
 */
export function Meter({ label, value, max, tone = 'limit' }: Props) {
  const share = max === 0 ? 1 : Math.min(1, value / max);
  const full = tone === 'limit' ? 'fill-warning' : 'fill-success';
  return (
    <span className="relative block h-1.5">
      <meter
        aria-label={label}
        max={Math.max(max, 1)}
        value={Math.min(value, max)}
        className="absolute size-full opacity-0"
      />
      <svg
        aria-hidden="true"
        className="block size-full rounded-full bg-line forced-colors:border forced-colors:border-[CanvasText]"
      >
        <rect
          width={`${share * 100}%`}
          height="100%"
          className={`forced-colors:fill-[Highlight] ${share === 1 ? full : 'fill-accent'}`}
        />
      </svg>
    </span>
  );
}
