import { measureInTurn, type Options } from './in-turn';
import type { Round, Target } from './load';
import { total } from './processor-time';
import { median, quantile } from './quantile';

/** A target, what it is compared with, and the ratio that is promised, by number of connections. */
export type Comparison = { target: Target; against: Target; promised?: Record<number, number> };

/** `speeds` and `times` are the ratios of single rounds: of requests per second, of processor time. */
export type Result = Comparison & {
  connections: number;
  rounds: Round[];
  speeds: number[];
  times: number[];
};

/** Above this, the middle half of the ratios is so far apart that their median says little. */
const NOISY = 0.25;

export async function compare(comparisons: Comparison[], options: Options): Promise<Result[]> {
  const targets = [...new Set(comparisons.flatMap(({ target, against }) => [against, target]))];
  const measured = await measureInTurn(targets, options);
  return options.connections.flatMap((connections) =>
    comparisons.map((comparison) => {
      const roundsOf = (target: Target) =>
        measured.find((one) => one.target === target && one.connections === connections)?.rounds ??
        [];
      const rounds = roundsOf(comparison.target);
      const others = roundsOf(comparison.against);
      const ratios = (pick: (round: Round) => number) =>
        rounds.map((one, index) => pick(one) / pick(others[index] as Round));
      return {
        ...{ ...comparison, connections, rounds },
        speeds: ratios((round) => round.requestsPerSecond),
        times: ratios((round) => total(round.server)),
      };
    }),
  );
}

/** @returns a line on each comparison of speed that the machine was too noisy for */
export const noiseOf = (results: Result[]): string[] =>
  results
    .filter((result) => result.target !== result.against && spreadOf(result) > NOISY)
    .map(
      (result) =>
        `\nThe machine was too noisy to tell requests per second: ${result.target.name}, ${result.connections} connections: the middle half of the ratios lies ${(spreadOf(result) * 100).toFixed(0)} % apart.`,
    );

const spreadOf = ({ speeds }: Result) =>
  (quantile(speeds, 0.75) - quantile(speeds, 0.25)) / median(speeds);
