import type { LastDay } from '@/lib/api-keys/read/last-day';
import { dayInWords } from './counts-in-words';

/** In pixels. */
const WIDTH = 72;
const HEIGHT = 16;

/** The last 24 hours of a key as a small line, and in words for whoever does not see it. */
export async function Sparkline({
  day,
}: {
  day: Pick<LastDay, 'hours' | 'requests' | 'refused'> | undefined;
}) {
  if (!day) return null;
  const words = await dayInWords(day);
  return (
    <span title={words} className="mt-1 block">
      <svg
        width={WIDTH}
        height={HEIGHT}
        aria-hidden="true"
        className={`fill-none ${day.requests > 0 ? 'stroke-accent forced-colors:stroke-[CanvasText]' : 'stroke-line'}`}
      >
        <polyline points={pointsOf(day.hours)} strokeWidth="1.5" strokeLinejoin="round" />
      </svg>
      <span className="sr-only">{words}</span>
    </span>
  );
}

/** From left to right, the busiest hour at the top. */
function pointsOf(hours: number[]): string {
  const most = Math.max(1, ...hours);
  const step = WIDTH / (hours.length - 1);
  const points = hours.map((requests, index) => {
    const y = 1 + (1 - requests / most) * (HEIGHT - 2);
    return `${(index * step).toFixed(1)},${y.toFixed(1)}`;
  });
  return points.join(' ');
}
