import { ask, measure, type Round, type Target } from './load';
import { total } from './processor-time';

export type Options = {
  rounds: number;
  seconds: number;
  connections: number[];
  /** the process of PostgreSQL, if there is one */
  database: number | undefined;
};

export type Measured = { target: Target; connections: number; rounds: Round[] };

/** So many make a new process warm: code is compiled by how often it has run, not by the time. */
const WARM_REQUESTS = 10_000;

/** Before each measurement, uncounted: connections to the database close while a server waits. */
const WAKING_SECONDS = 1;

/** A measurement of fewer requests, on a busy machine, is made longer, up to so many seconds. */
const LEAST_REQUESTS = 5_000;
const MOST_SECONDS = 60;

/**
 * Measures targets in turn, round after round, so that whatever else the machine does meets all of
 * them; every other round runs backwards. Each round has new processes: two of the same build may
 * differ by a fifth for as long as they live.
 */
export async function measureInTurn(targets: Target[], options: Options): Promise<Measured[]> {
  const measured = options.connections.flatMap((connections) =>
    targets.map((target): Measured => ({ target, connections, rounds: [] })),
  );
  const programs = [...new Set(targets.map(({ program }) => program))];
  for (let round = 0; round < options.rounds; round++) {
    try {
      for (const program of programs) {
        await program.start();
        program.pause();
      }
      for (const target of targets) await alone(target, () => warm(target, options.seconds));
      for (const one of round % 2 ? measured.toReversed() : measured) {
        one.rounds.push(await measureOnce(one, options));
      }
    } finally {
      for (const program of programs) await program.stop();
    }
    process.stderr.write(`  round ${round + 1} of ${options.rounds}\n`);
    for (const one of measured) process.stderr.write(`    ${lastOf(one)}\n`);
  }
  return measured;
}

/** @returns what a measurement of the last round says, for whoever waits for the others */
function lastOf({ target, connections, rounds }: Measured): string {
  const { requests, server, database } = rounds.at(-1) as Round;
  const [own, postgres] = [server, database].map((time) => total(time).toFixed(1));
  return `${target.name}, ${connections} connections: ${requests} requests, µs ${own} server, ${postgres} PostgreSQL`;
}

async function warm(target: Target, seconds: number): Promise<void> {
  let sent = 0;
  while (sent < WARM_REQUESTS) sent += (await ask(target, 16, seconds)).requests;
}

const measureOnce = ({ target, connections }: Measured, { seconds, database }: Options) =>
  alone(target, async () => {
    const { requests } = await ask(target, connections, WAKING_SECONDS);
    const needed = Math.ceil((LEAST_REQUESTS / (requests + 1)) * WAKING_SECONDS);
    const enough = Math.max(seconds, Math.min(needed, MOST_SECONDS));
    return measure(target, connections, enough, database);
  });

/** Does something with a target whose program waits before and after. */
async function alone<Result>({ program }: Target, work: () => Promise<Result>): Promise<Result> {
  program.resume();
  const result = await work();
  program.pause();
  return result;
}
