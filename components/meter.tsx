import type { CSSProperties } from 'react';

type Props = { label: string; value: number; max: number };

/** How much of a limit is used. It has the warning colour when nothing is left. */
export function Meter({ label, value, max }: Props) {
  const share = max === 0 ? 1 : Math.min(1, value / max);
  return (
    <meter
      aria-label={label}
      max={Math.max(max, 1)}
      value={Math.min(value, max)}
      style={{ '--share': `${share * 100}%` } as CSSProperties}
      className={`meter ${share === 1 ? 'meter-full' : ''}`}
    />
  );
}
