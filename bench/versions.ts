import type { Databases } from './database';
import { type Measured, measureInTurn, type Options } from './in-turn';
import { judge } from './judge';
import type { Target } from './load';
import { type ProcessorTime, total } from './processor-time';
import { programOf } from './program';
import { median } from './quantile';
import { table, timeOf } from './table';

const KEYS = 1_000;
const PATHS = ['/api/me', '/api/invoices'];

/** What is measured of each path: this build, the other, and this build again. */
type Trio = { now: Target; before: Target; again: Target };

/**
 * This build beside another and beside itself, in the same rounds, each on a database that it has
 * prepared.
 * @param checkout a folder with the other build
 */
export async function compareVersions(
  made: Databases,
  checkout: string,
  options: Options,
): Promise<string> {
  const now = await targetsOf(made, 'now');
  const before = await targetsOf(made, 'before', checkout);
  const again = await targetsOf(made, 'again');
  const trios = PATHS.map((path) => ({
    now: now(path),
    before: before(path),
    again: again(path),
  }));
  const measured = await measureInTurn(trios.flatMap(Object.values<Target>), options);
  const rows = trios.flatMap((trio) =>
    options.connections.flatMap((connections) => rowsOf(trio, connections, measured)),
  );
  const header = ['', 'connections', 'processor time of', 'this, µs: user + system'];
  return table([...header, 'before', 'ratio', 'A/A', '', 'requests/s, this and before'], rows);
}

async function targetsOf(made: Databases, of: string, checkout?: string) {
  const { settings, keyFile } = await made.make(KEYS, { of, ...(checkout && { checkout }) });
  const program = programOf(settings, 'server/serve.mjs', checkout);
  return (path: string): Target => ({ name: `GET ${path} ${of}`, program, path, keyFile });
}

function rowsOf(trio: Trio, connections: number, measured: Measured[]): string[][] {
  const roundsOf = (target: Target) =>
    measured.find((one) => one.target === target && one.connections === connections)?.rounds ?? [];
  const [now, before, again] = [roundsOf(trio.now), roundsOf(trio.before), roundsOf(trio.again)];
  const speeds = [now, before].map((rounds) => median(rounds.map((one) => one.requestsPerSecond)));

  const parts = ['server', 'database'] as const;
  return parts.flatMap((part) => {
    const timesOf = (rounds: Measured['rounds']) => rounds.map((round) => round[part]);
    const times = { now: timesOf(now), before: timesOf(before), again: timesOf(again) };
    const at = (list: ProcessorTime[], index: number) => total(list[index] as ProcessorTime);
    if (!times.before.some(total)) return [];
    const { ratio, spread, verdict } = judge(
      now.map((_, index) => ({
        now: at(times.now, index),
        before: at(times.before, index),
        again: at(times.again, index),
      })),
    );
    return [
      [
        ...[`GET ${trio.now.path}`, String(connections)],
        part === 'server' ? 'the server' : 'PostgreSQL',
        ...[timeOf([...times.now, ...times.again]), timeOf(times.before)],
        ...[ratio.toFixed(3), `± ${spread.toFixed(3)}`, verdict],
        part === 'server' ? speeds.map((speed) => speed.toFixed(0)).join(', ') : '',
      ],
    ];
  });
}
