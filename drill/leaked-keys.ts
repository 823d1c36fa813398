/**
 * `npm run drill -- leaked-keys`: whether the time of a report says anything of the reported key, and how
 * soon those of a large report are dead. It decides nothing: what it measures is the machine's too.
 */
import { randomBytes } from 'node:crypto';
import { migrateServer } from '@/prisma/migrate';
import { startPostgres } from '@/tests/support/postgres';
import { startServer } from '@/tests/support/server';
import { mannWhitney, median, shuffled } from './statistics';

const OF_EACH = 400;
const KINDS = ['live', 'dead', 'unknown'] as const;
type Kind = (typeof KINDS)[number];

const postgres = await startPostgres();
await postgres.createDatabase('leaked');
const settings = {
  DATABASE_URL: postgres.url('leaked'),
  NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
  LOG_LEVEL: 'silent',
};
Object.assign(process.env, settings, { NEXTAUTH_URL: 'https://zendrhax.test' });
await migrateServer(settings.DATABASE_URL);
const server = await startServer({ ...settings, TRUSTED_PROXIES: 'loopback' });

// The settings are read when these are loaded.
const { db } = await import('@/lib/database/client');
const { revokeApiKey } = await import('@/lib/api-keys/change/revoke-api-key');
const { makeApiKey, makeWorkspace } = await import('@/tests/support/workspace');
const workspace = await makeWorkspace({ plan: 'enterprise' });

async function keyOf(kind: Kind): Promise<string> {
  if (kind === 'unknown') return `sk_${randomBytes(32).toString('hex')}`;
  const { apiKey, secret } = await makeApiKey(workspace);
  if (kind === 'dead') await revokeApiKey(workspace.owner, apiKey.id);
  return secret;
}

let addresses = 0;

/** Milliseconds until a report of keys is answered. */
async function report(keys: string[]): Promise<number> {
  addresses++;
  const address = `10.${addresses >> 16}.${(addresses >> 8) % 256}.${addresses % 256}`;
  const headers = { 'Content-Type': 'application/json', 'X-Forwarded-For': address };
  const body = JSON.stringify({ keys });
  const began = performance.now();
  const answer = await fetch(`${server.origin}/api/leaked-keys`, { method: 'POST', headers, body });
  const took = performance.now() - began;
  if (answer.status !== 202) throw new Error(`It answered ${answer.status}.`);
  await answer.text();
  return took;
}

/** Until nothing is left to do, so that no report is measured beside the work of the one before. */
async function idle(): Promise<void> {
  while ((await db.job.count({ where: { kind: 'leak_report' } })) > 0) await sleep(1);
}
const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms));

const order = shuffled(KINDS.flatMap((kind) => Array<Kind>(OF_EACH).fill(kind)));
const times: Record<Kind, number[]> = { live: [], dead: [], unknown: [] };
for (let count = 0; count < 50; count++) await report([await keyOf('unknown')]);
for (const kind of order) {
  const key = await keyOf(kind);
  await idle();
  times[kind].push(await report([key]));
}
for (const kind of KINDS) {
  console.log(`${kind}: ${OF_EACH} reports, median ${median(times[kind]).toFixed(2)} ms`);
}
for (const [one, other] of [
  ['live', 'unknown'],
  ['dead', 'unknown'],
  ['live', 'dead'],
] as const) {
  const { p, higher } = mannWhitney(times[one], times[other]);
  const chance = `${(100 * higher).toFixed(1)} % of pairs have ${one} the slower`;
  console.log(`${one} and ${other}: p = ${p.toFixed(3)}; ${chance} (50 % says nothing)`);
}

await idle();
const live = await Promise.all(Array.from({ length: 3 }, () => keyOf('live')));
const others = await Promise.all(Array.from({ length: 997 }, () => keyOf('unknown')));
const began = performance.now();
const took = await report([...others.slice(0, 500), ...live, ...others.slice(500)]);
for (const secret of live) {
  const headers = { Authorization: `Bearer ${secret}` };
  while ((await fetch(`${server.origin}/api/me`, { headers })).status !== 401) await sleep(5);
}
const dead = performance.now() - began;
console.log(
  `1,000 keys, 3 of them live: answered in ${took.toFixed(0)} ms, dead after ${dead.toFixed(0)} ms`,
);

await server.stop();
await db.$disconnect();
await postgres.stop();
process.exit();
