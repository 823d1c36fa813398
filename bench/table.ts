import { noiseOf, type Result } from './compare';
import type { ProcessorTime } from './processor-time';
import { median } from './quantile';

/** @returns Markdown: requests per second, processor time per request, and what noise forbids to say */
export const tables = (results: Result[]): string =>
  [speedTable(results), '', timeTable(results), ...noiseOf(results)].join('\n');

function speedTable(results: Result[]): string {
  const rows = results.map((result) => {
    const of = (pick: (round: Result['rounds'][0]) => number) => median(result.rounds.map(pick));
    const least = result.promised?.[result.connections];
    return [
      ...labelsOf(result),
      of((round) => round.requestsPerSecond).toFixed(0),
      of((round) => round.p50).toFixed(2),
      of((round) => round.p99).toFixed(1),
      ratioOf(result, result.speeds) + (least ? ` (≥ ${least})` : ''),
    ];
  });
  const header = ['', 'compared with', 'connections', 'requests/s', 'p50 ms', 'p99 ms', 'ratio'];
  return table(header, rows);
}

function timeTable(results: Result[]): string {
  const rows = results.map((result) => [
    ...labelsOf(result),
    timeOf(result.rounds.map(({ server }) => server)),
    timeOf(result.rounds.map(({ database }) => database)),
    ratioOf(result, result.times),
  ]);
  const [server, database] = ['server µs: user + system', 'PostgreSQL µs: user + system'];
  return table(['', 'compared with', 'connections', server, database, 'ratio of server'], rows);
}

const labelsOf = ({ target, against, connections }: Result) => [
  target.name,
  target === against ? '' : against.name,
  String(connections),
];

const ratioOf = ({ target, against }: Result, ratios: number[]) =>
  target === against ? '' : median(ratios).toFixed(2);

/** @returns the medians of what was used in user mode and in the kernel, of one request */
export function timeOf(times: ProcessorTime[]): string {
  const [user, system] = [times.map((time) => time.user), times.map((time) => time.system)];
  return `${median(user).toFixed(1)} + ${median(system).toFixed(1)}`;
}

/** @returns a table of Markdown */
export const table = (header: string[], rows: string[][]): string =>
  [header, header.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
