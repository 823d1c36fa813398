import { execFile, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const SCRIPT = fileURLToPath(new URL('./keys.lua', import.meta.url));
const run = promisify(execFile);

/** A server that can be started anew; `origin` and `pid` are of the one that runs. */
export type Program = {
  origin: string;
  pid: number;
  start: () => Promise<void>;
  stop: () => Promise<void>;
};

/** What is measured: an address, asked with each of the keys in turn. */
export type Target = {
  name: string;
  program: Program;
  path: string;
  keyFile: string;
  /** from how many addresses, by X-Forwarded-For; without it from this machine's */
  clients?: number;
};

/** One round: requests per second, and latencies in milliseconds. */
export type Round = { requests: number; requestsPerSecond: number; p50: number; p99: number };

/**
 * Asks a target for a while, with wrk: it takes little of the processors that the servers share.
 * @throws Error when any answer is not a success: a refusal is quick, and would look like speed
 */
export async function measure(
  { name, program, path, keyFile, clients = 0 }: Target,
  connections: number,
  seconds: number,
): Promise<Round> {
  const load = ['-t1', `-c${connections}`, `-d${seconds}s`, '-s', SCRIPT];
  const address = `${program.origin}${path}`;
  const { stdout } = await run('wrk', [...load, address, '--', keyFile, String(clients)]);
  const line = stdout.split('\n').find((one) => one.startsWith('{')) ?? '';
  const result = JSON.parse(line);
  if (result.failed > 0) throw new Error(`${name}: ${result.failed} requests failed`);
  const { requests, p50, p99 } = result;
  return { requests, requestsPerSecond: requests / result.seconds, p50, p99 };
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

/** @returns resident memory of a process in MiB */
export function residentMemory(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}
