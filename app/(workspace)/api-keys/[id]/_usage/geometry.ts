import { type Counts, OUTCOMES, type Outcome, totalOf } from '@/lib/api-keys/usage/counts';

/** In percent of the chart's height: what happened once among thousands is seen too. */
const LEAST = 3;

/** A part of a bar, in percent of the chart's height; `y` is its top. */
export type Segment = { outcome: Outcome; y: number; height: number };

/** The top of the scale: 1, 2, 4, 6 or 8 times a power of ten, and no less than all that is drawn. */
export function scaleOf(all: Counts[]): number {
  const most = Math.max(1, ...all.map(totalOf));
  const power = 10 ** Math.floor(Math.log10(most));
  const times = [1, 2, 4, 6, 8].find((step) => step * power >= most) ?? 10;
  return times * power;
}

/** The parts of a bar, from the bottom up. What did not succeed is above what did. */
export function segmentsOf(counts: Counts, scale: number): Segment[] {
  const outcomes = OUTCOMES.filter((outcome) => counts[outcome] > 0);
  const wanted = outcomes.map((outcome) => Math.max(LEAST, (counts[outcome] / scale) * 100));
  // Where small parts were raised beyond the top, the largest makes room.
  const surplus = Math.max(0, wanted.reduce((sum, height) => sum + height, 0) - 100);
  const largest = wanted.indexOf(Math.max(...wanted));
  let y = 100;
  return outcomes.map((outcome, index) => {
    const height = (wanted[index] ?? 0) - (index === largest ? surplus : 0);
    y -= height;
    return { outcome, y, height };
  });
}
