import { measure, type Round, type Target } from './load';

/** A target, what it is compared with, and the ratio of the two that is promised. */
export type Comparison = { target: Target; against: Target; promised?: number };

type Result = Comparison & { connections: number; rounds: Round[]; ratio: number };

type Options = { rounds: number; seconds: number; connections: number[] };

/**
 * Measures targets in turn, round after round, so that whatever else the machine does meets all of
 * them; every other round runs backwards.
 * @returns per comparison and number of connections the median of the ratios of the single rounds
 */
export async function compare(comparisons: Comparison[], options: Options): Promise<Result[]> {
  const targets = [...new Set(comparisons.flatMap(({ target, against }) => [against, target]))];
  const results: Result[] = [];
  for (const target of targets) await measure(target, 16, 2 * options.seconds);

  for (const connections of options.connections) {
    const measured = new Map(targets.map((target) => [target, [] as Round[]]));
    for (let round = 0; round < options.rounds; round++) {
      for (const target of round % 2 === 0 ? targets : targets.toReversed()) {
        measured.get(target)?.push(await measure(target, connections, options.seconds));
      }
      process.stderr.write(`  ${connections} connections, round ${round + 1}\n`);
    }
    for (const comparison of comparisons) {
      const rounds = measured.get(comparison.target) ?? [];
      const others = measured.get(comparison.against) ?? [];
      const ratios = rounds.map(
        ({ requestsPerSecond }, index) =>
          requestsPerSecond / (others[index]?.requestsPerSecond ?? 0),
      );
      results.push({ ...comparison, connections, rounds, ratio: median(ratios) });
    }
  }
  return results;
}

/** @returns a Markdown table */
export function table(results: Result[]): string {
  const header = [
    'target',
    'connections',
    'requests/s',
    'p50 ms',
    'p99 ms',
    'ratio',
    'to',
    'promised',
  ];
  const rows = results.map(({ target, against, connections, rounds, ratio, promised }) => {
    const of = (pick: (round: Round) => number) => median(rounds.map(pick));
    const isItself = target === against;
    return [
      target.name,
      connections,
      Math.round(of((round) => round.requestsPerSecond)),
      of((round) => round.p50).toFixed(0),
      of((round) => round.p99).toFixed(0),
      isItself ? '1' : ratio.toFixed(2),
      isItself ? '' : against.name,
      promised && connections === 16 ? `≥ ${promised}` : '',
    ];
  });
  return [header, header.map(() => '---'), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

function median(numbers: number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  const [low = 0, high = 0] = [sorted[middle - 1 + (sorted.length % 2)], sorted[middle]];
  return (low + high) / 2;
}
