type Props = { label: string; value: number; max: number };

/** How much of a limit is used; turns to the warning colour when there is nothing left. */
export function Meter({ label, value, max }: Props) {
  const share = max === 0 ? 100 : Math.min(100, (value / max) * 100);
  return (
    <div
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={Math.min(value, max)}
      aria-valuetext={label}
      className="h-1.5 overflow-hidden rounded-full bg-line"
    >
      <svg className="block size-full" aria-hidden="true" preserveAspectRatio="none">
        <rect
          width={`${share}%`}
          height="100%"
          className={value >= max ? 'fill-warning' : 'fill-accent'}
        />
      </svg>
    </div>
  );
}
