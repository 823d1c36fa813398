import { measure, type Round, type Target } from './load';

/** A target, what it is compared with, and the ratio of the two that is promised. */
export type Comparison = { target: Target; against: Target; promised?: number };

type Result = Comparison & { connections: number; rounds: Round[]; ratio: number };

type Options = { rounds: number; seconds: number; connections: number[] };

/**
 * Measures targets in turn, round after round, so that whatever else the machine does meets all of
 * them; every other round runs backwards. Each round has new processes: two of the same build may
 * differ by a fifth for as long as they live.
 * @returns per comparison and number of connections the median of the ratios of the single rounds
 */
export async function compare(comparisons: Comparison[], options: Options): Promise<Result[]> {
  const targets = [...new Set(comparisons.flatMap(({ target, against }) => [against, target]))];
  const results = options.connections.flatMap((connections) =>
    targets.map((target) => ({ target, connections, rounds: [] as Round[] })),
  );
  for (let round = 0; round < options.rounds; round++) {
    const programs = [...new Set(targets.map(({ program }) => program))];
    for (const program of programs) await program.start();
    for (const target of targets) await measure(target, 16, options.seconds);
    for (const { target, connections, rounds } of round % 2 ? results.toReversed() : results) {
      rounds.push(await measure(target, connections, options.seconds));
    }
    for (const program of programs) await program.stop();
    process.stderr.write(`  round ${round + 1} of ${options.rounds}\n`);
  }
  return options.connections.flatMap((connections) =>
    comparisons.map((comparison) => {
      const roundsOf = (target: Target) =>
        results.find((one) => one.target === target && one.connections === connections)?.rounds ??
        [];
      const rounds = roundsOf(comparison.target);
      const others = roundsOf(comparison.against);
      const ratios = rounds.map(
        (one, index) => one.requestsPerSecond / (others[index]?.requestsPerSecond ?? 0),
      );
      return { ...comparison, connections, rounds, ratio: median(ratios) };
    }),
  );
}

/** @returns a Markdown table */
export function table(results: Result[]): string {
  const header = ['', 'connections', 'requests/s', 'p50 ms', 'p99 ms', 'ratio', 'promised'];
  const rows = results.map(({ target, against, connections, rounds, ratio, promised }) => {
    const of = (pick: (round: Round) => number) => median(rounds.map(pick)).toFixed(0);
    return [
      target.name,
      connections,
      of((round) => round.requestsPerSecond),
      of((round) => round.p50),
      of((round) => round.p99),
      target === against ? '1' : ratio.toFixed(2),
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
