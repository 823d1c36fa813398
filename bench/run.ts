/**
 * `npm run bench`: how fast the API is beside the same routes without authentication. Ratios of one
 * run may be compared, figures of two machines may not: see docs/performance.md.
 *
 *     npm run bench -- --rounds 7 --seconds 5 --connections 1,16,64 --only speed,keys,memory
 */
import { randomBytes } from 'node:crypto';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { startPostgres } from '@/tests/support/postgres';
import { prepareDatabase, startServer } from '@/tests/support/server';
import { type Comparison, compare, table } from './compare';
import { type Seeded, seed } from './database';
import { residentMemory, send, type Target } from './load';

const FEW = 1_000;
const MANY = 1_000_000;

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '1,16,64' },
    only: { type: 'string', default: 'speed,keys,memory' },
  },
});
const options = {
  rounds: Number(values.rounds),
  seconds: Number(values.seconds),
  connections: values.connections.split(',').map(Number),
};
const parts = values.only.split(',');

const postgres = await startPostgres();
const settings = { NEXTAUTH_SECRET: randomBytes(32).toString('base64') };
const stops: (() => Promise<void>)[] = [];
try {
  console.log(`\nNode.js ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim()}`);
  const few = await database('few', FEW);
  const product = await serve(few);
  if (parts.includes('speed')) await compareWithBare(product, few);
  if (parts.includes('keys')) await compareSizes(product, few);
  if (parts.includes('memory')) await watchMemory(product, few);
} finally {
  for (const stop of stops.reverse()) await stop();
  await postgres.stop();
}

async function compareWithBare(product: Origin, { secrets, ...seeded }: Seeded): Promise<void> {
  const bare = await serve({ secrets, ...seeded }, 'bench/serve.mjs');
  const target = (name: string, { origin }: Origin, path: string): Target => ({
    name,
    origin,
    path,
    secrets,
  });
  const bareMe = target('bare route, body of /api/me', bare, '/api/me');
  const bareInvoices = target('bare route, query of /api/invoices', bare, '/api/invoices');
  const me = target('GET /api/me', product, '/api/me');
  const invoices = target('GET /api/invoices', product, '/api/invoices');
  const comparisons: Comparison[] = [
    { target: bareMe, against: bareMe },
    { target: me, against: bareMe, promised: 0.9 },
    { target: bareInvoices, against: bareInvoices },
    { target: invoices, against: bareInvoices, promised: 0.9 },
  ];
  console.log(`\n${table(await compare(comparisons, options))}`);
}

async function compareSizes(product: Origin, few: Seeded): Promise<void> {
  const many = await database('many', MANY);
  const other = await serve(many);
  const pair = (path: string): Comparison[] => {
    const small = {
      name: `${path}, 1,000 keys`,
      origin: product.origin,
      path,
      secrets: few.secrets,
    };
    const large = {
      ...small,
      name: `${path}, 1,000,000 keys`,
      origin: other.origin,
      secrets: many.secrets,
    };
    return [
      { target: small, against: small },
      { target: large, against: small, promised: 0.9 },
    ];
  };
  const results = await compare([...pair('/api/me'), ...pair('/api/invoices')], options);
  console.log(`\n${table(results)}`);
}

/** The same process after 30,000 requests and after 300,000. */
async function watchMemory(_used: Origin, few: Seeded): Promise<void> {
  const { origin, pid } = await serve(few);
  const target = { name: 'GET /api/me', origin, path: '/api/me', secrets: few.secrets };
  await send(target, 30_000);
  const before = residentMemory(pid);
  await send(target, 270_000);
  const after = residentMemory(pid);
  const ratio = (after / before).toFixed(2);
  console.log(
    `\nMemory: ${before.toFixed(0)} MiB after 30,000 requests, ${after.toFixed(0)} MiB after 300,000: ${ratio} (promised ≤ 1.2)`,
  );
}

async function database(name: string, keys: number): Promise<Seeded> {
  await postgres.createDatabase(name);
  const url = postgres.url(name);
  const { code, output } = await prepareDatabase({
    DATABASE_URL: url,
    NEXTAUTH_URL: 'http://localhost',
    ...settings,
  });
  if (code !== 0) throw new Error(output);
  return seed(url, keys);
}

type Origin = { origin: string; pid: number };

async function serve(seeded: Seeded, program = 'scripts/serve.mjs'): Promise<Origin> {
  const server = await startServer(
    {
      ...settings,
      DATABASE_URL: seeded.url,
      BENCH_WORKSPACE: seeded.workspaceId,
      BENCH_USER: seeded.userId,
    },
    program,
  );
  stops.push(() => server.stop());
  return server;
}
