import { readFileSync } from 'node:fs';
import type { Databases } from './database';
import { send, type Target } from './load';
import { programOf } from './program';

const FEW = 1_000;
const MANY_CLIENTS = 10_000;

/** The same process after 100,000 requests and after 1,000,000. */
export async function watchMemory(made: Databases): Promise<void> {
  const { settings, keyFile } = await made.make(FEW, { of: 'memory' });
  const program = programOf(settings);
  const target = { name: 'GET /api/me', program, path: '/api/me', keyFile };
  console.log(`\nMemory: ${await growthOf(target)}`);
}

/** What is known about usage costs neither memory nor more than so many rows, whoever uses whatever key. */
export async function watchUsage(made: Databases): Promise<void> {
  const { settings, keyFile, query } = await made.make(MANY_CLIENTS, { working: MANY_CLIENTS });
  const program = programOf({ ...settings, TRUSTED_PROXIES: 'loopback' });
  const target = { name: 'GET /api/me', program, path: '/api/me', keyFile, clients: MANY_CLIENTS };
  console.log(`\nMemory with 10,000 keys and 10,000 clients: ${await growthOf(target)}`);
  for (const table of ['ApiKeyUsage', 'ApiKeyClient', 'ApiKeyRecentRequests']) {
    const { rows } = await query<{ rows: number; mib: number }>(
      `select count(*)::int as "rows", pg_total_relation_size('"${table}"') / 1048576.0 as "mib" from "${table}"`,
    );
    console.log(`${table}: ${rows[0]?.rows} rows, ${Number(rows[0]?.mib).toFixed(1)} MiB`);
  }
}

async function growthOf(target: Target): Promise<string> {
  const { program } = target;
  await program.start();
  await send(target, 100_000);
  const before = residentMemory(program.pid);
  await send(target, 900_000);
  const after = residentMemory(program.pid);
  await program.stop();
  return `${before.toFixed(0)} MiB after 100,000 requests, ${after.toFixed(0)} MiB after 1,000,000: ratio ${(after / before).toFixed(2)} (≤ 1.1)`;
}

/** @returns resident memory of a process in MiB */
function residentMemory(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}
