import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';

/** A server that can be started anew; `origin` and `pid` are of the one that runs. */
export type Program = {
  origin: string;
  pid: number;
  start: () => Promise<void>;
  stop: () => Promise<void>;
};

/** What is measured: an address, asked with each of the keys in turn. */
export type Target = { name: string; program: Program; path: string; secrets: string[] };

/** One round: requests per second, and latencies in milliseconds. */
export type Round = { requestsPerSecond: number; p50: number; p99: number };

/**
 * Asks a target for a while.
 * @throws Error when any answer is not a success: a refusal is quick, and would look like speed
 */
export async function measure(
  target: Target,
  connections: number,
  seconds: number,
): Promise<Round> {
  const result = await ask(target, { connections, duration: seconds });
  const { p50, p99 } = result.latency;
  return { requestsPerSecond: result['2xx'] / result.duration, p50, p99 };
}

/** Sends a number of requests, however long that takes. */
export async function send(target: Target, amount: number): Promise<void> {
  await ask(target, { connections: 64, amount });
}

async function ask(
  { name, program, path, secrets }: Target,
  load: { connections: number; duration?: number; amount?: number },
): Promise<autocannon.Result> {
  const requests = secrets.map((secret) => ({
    method: 'GET' as const,
    path,
    headers: { authorization: `Bearer ${secret}` },
  }));
  const result = await autocannon({ url: program.origin, ...load, requests });
  const { non2xx, errors } = result;
  if (non2xx + errors > 0) throw new Error(`${name}: ${non2xx} refused, ${errors} broken`);
  return result;
}

/** @returns resident memory of a process in MiB */
export function residentMemory(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}
