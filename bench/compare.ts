import { measure, type Round, type Target } from './load';

/** A target, what it is compared with, and the ratio that is promised, by number of connections. */
export type Comparison = { target: Target; against: Target; promised?: Record<number, number> };

type Result = Comparison & { connections: number; rounds: Round[]; ratios: number[] };

type Options = { rounds: number; seconds: number; connections: number[] };

/** Above this, the middle half of the ratios is so far apart that their median says little. */
const NOISY = 0.25;

/**
 * Measures targets in turn, round after round, so that whatever else the machine does meets all of
 * them; every other round runs backwards. Each round has new processes: two of the same build may
 * differ by a fifth for as long as they live.
 * @returns per comparison and number of connections the ratios of the single rounds
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
      return { ...comparison, connections, rounds, ratios };
    }),
  );
}

/** @returns a Markdown table, and a line on each comparison that the machine was too noisy for */
export function table(results: Result[]): string {
  const header = ['', 'compared with', 'connections', 'requests/s', 'p50 ms', 'p99 ms', 'ratio'];
  const rows = results.map(({ target, against, connections, rounds, ratios, promised }) => {
    const of = (pick: (round: Round) => number) => quantile(rounds.map(pick), 0.5);
    const least = promised?.[connections];
    return [
      target.name,
      target === against ? '' : against.name,
      connections,
      of((round) => round.requestsPerSecond).toFixed(0),
      of((round) => round.p50).toFixed(2),
      of((round) => round.p99).toFixed(1),
      target === against ? '' : quantile(ratios, 0.5).toFixed(2) + (least ? ` (≥ ${least})` : ''),
    ];
  });
  const lines = [[...header], header.map(() => '---'), ...rows].map(
    (row) => `| ${row.join(' | ')} |`,
  );
  return [...lines, ...results.filter(isNoisy).map(noiseOf)].join('\n');
}

const spreadOf = ({ ratios }: Result) =>
  (quantile(ratios, 0.75) - quantile(ratios, 0.25)) / quantile(ratios, 0.5);

const isNoisy = (result: Result) => result.target !== result.against && spreadOf(result) > NOISY;

const noiseOf = (result: Result) =>
  `\nThe machine was too noisy to tell: ${result.target.name}, ${result.connections} connections: the middle half of the ratios lies ${(spreadOf(result) * 100).toFixed(0)} % apart.`;

/** @param part 0.5 is the median */
export function quantile(numbers: number[], part: number): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  const at = (sorted.length - 1) * part;
  const [low = 0, high = low] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at % 1);
}
