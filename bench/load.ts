import { execFile, spawn } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type ProcessorTime, perRequest, processorTime } from './processor-time';
import type { Program } from './program';

const SCRIPT = fileURLToPath(new URL('./keys.lua', import.meta.url));
const run = promisify(execFile);

/** What is measured: an address, asked with each of the keys in turn. */
export type Target = {
  name: string;
  program: Program;
  path: string;
  keyFile: string;
  /** from how many addresses, by X-Forwarded-For; without it from this machine's */
  clients?: number;
};

/** One round: latencies in milliseconds, and the processor time of one request. */
export type Round = {
  requests: number;
  requestsPerSecond: number;
  p50: number;
  p99: number;
  server: ProcessorTime;
  database: ProcessorTime;
};

/** What is still in hand after the last answer is of the request that asked for it. */
const SETTLED_MS = 200;

/** On a busy machine a request now and then waits too long for the database, and is refused. */
const TOLERATED = 0.001;

/** Longer than any program of a busy machine waits for its turn. */
const TIMEOUT = '30s';

/**
 * Asks a target for a while, with wrk: it takes little of the processors that the servers share.
 * @param database the process of PostgreSQL, if there is one
 * @throws Error when more than a few answers are no success: a refusal is quick, and would look like
 *   speed
 */
export async function measure(
  target: Target,
  connections: number,
  seconds: number,
  database?: number,
): Promise<Round> {
  const read = () => [processorTime(target.program.pid), processorTime(database)] as const;
  const before = read();
  const answers = await ask(target, connections, seconds);
  await setTimeout(SETTLED_MS);
  const after = read();
  const { requests, failed, p50, p99 } = answers;
  if (failed > requests * TOLERATED) throw new Error(`${target.name}: ${failed} requests failed`);
  return {
    ...{ requests, requestsPerSecond: requests / answers.seconds, p50, p99 },
    server: perRequest(before[0], after[0], requests),
    database: perRequest(before[1], after[1], requests),
  };
}

type Answers = { requests: number; seconds: number; failed: number; p50: number; p99: number };

/** Asks a target for a while, whatever the answers are. */
export async function ask(
  { program, path, keyFile, clients = 0 }: Target,
  connections: number,
  seconds: number,
): Promise<Answers> {
  const load = ['-t1', `-c${connections}`, `-d${seconds}s`, '--timeout', TIMEOUT, '-s', SCRIPT];
  const address = `${program.origin}${path}`;
  const { stdout } = await run('wrk', [...load, address, '--', keyFile, String(clients)]);
  return JSON.parse(stdout.split('\n').find((one) => one.startsWith('{')) ?? '');
}

/**
 * Asks a target until it is stopped, whatever the answers are.
 * @returns stops it
 */
export function hammer({ program, path, keyFile }: Target, connections: number): () => void {
  const load = ['-t1', `-c${connections}`, '-d1h', '-s', SCRIPT];
  const child = spawn('wrk', [...load, `${program.origin}${path}`, '--', keyFile]);
  return () => void child.kill('SIGKILL');
}

/** Sends at least a number of requests, however long that takes. */
export async function send(target: Target, amount: number): Promise<void> {
  let sent = 0;
  while (sent < amount) sent += (await measure(target, 64, 5)).requests;
}
