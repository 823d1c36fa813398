import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';

/** What is measured: an address, asked with each of the keys in turn. */
export type Target = { name: string; origin: string; path: string; secrets: string[] };

/** One round: requests per second, and latencies in milliseconds. */
export type Round = { requestsPerSecond: number; p50: number; p99: number };

/**
 * Asks a target for a while.
 * @throws Error when any answer is not a success: a refusal is quick, and would look like speed
 */
export async function measure(
  { name, origin, path, secrets }: Target,
  connections: number,
  seconds: number,
): Promise<Round> {
  const requests = secrets.map((secret) => ({
    method: 'GET' as const,
    path,
    headers: { authorization: `Bearer ${secret}` },
  }));
  const result = await autocannon({ url: origin, connections, duration: seconds, requests });
  assertAllSucceeded(name, result);
  const { p50, p99 } = result.latency;
  return { requestsPerSecond: result['2xx'] / result.duration, p50, p99 };
}

/** Sends a number of requests, however long that takes. */
export async function send({ name, origin, path, secrets }: Target, amount: number): Promise<void> {
  const requests = secrets.map((secret) => ({
    method: 'GET' as const,
    path,
    headers: { authorization: `Bearer ${secret}` },
  }));
  const result = await autocannon({ url: origin, connections: 64, amount, requests });
  assertAllSucceeded(name, result);
}

function assertAllSucceeded(name: string, { non2xx, errors }: autocannon.Result): void {
  if (non2xx + errors > 0) throw new Error(`${name}: ${non2xx} refused, ${errors} broken`);
}

/** @returns resident memory of a process in MiB */
export function residentMemory(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}
