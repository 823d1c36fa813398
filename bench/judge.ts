import { median, quantile } from './quantile';

/** Processor time of one round: this build, the other, and this build again. */
export type Turn = { now: number; before: number; again: number };

/** `spread` is how far three of four ratios of the build to itself lie from 1, at most. */
export type Judgement = {
  ratio: number;
  spread: number;
  verdict: 'as before' | 'less' | 'more' | 'too noisy to tell';
};

/** Where a build is so far from itself, a difference that matters would not be seen. */
const NOISY = 0.1;

/** Judges a change by what the same build differs from itself in the same rounds (A/A). */
export function judge(turns: Turn[]): Judgement {
  const ratio = median(turns.map(({ now, before, again }) => (now + again) / 2 / before));
  const distances = turns.map(({ now, again }) => distance(again / now));
  const spread = quantile(distances, 0.75);
  return { ratio, spread, verdict: verdictOf(ratio, spread) };
}

function verdictOf(ratio: number, spread: number): Judgement['verdict'] {
  if (spread > NOISY && distance(ratio) <= spread) return 'too noisy to tell';
  if (distance(ratio) <= spread) return 'as before';
  return ratio < 1 ? 'less' : 'more';
}

/** @returns how far a ratio lies from 1, the same for a ratio and its inverse */
const distance = (ratio: number) => Math.max(ratio, 1 / ratio) - 1;
