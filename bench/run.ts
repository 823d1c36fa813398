/**
 * `npm run bench`: how fast the API is beside a bare route of the framework, itself through the
 * framework, and a bare server of Node.js. Ratios of one run may be compared, figures of two
 * machines may not: see docs/performance.md.
 *
 *     npm run bench -- --rounds 7 --seconds 5 --connections 1,16,64 --only speed,keys,lists,memory,revoke
 *     npm run bench -- --database embedded --only speed
 *     npm run bench -- --against ../before --connections 16
 */
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startServer } from '@/tests/support/server';
import { type Comparison, compare, table } from './compare';
import { databases, type Filled } from './database';
import { compareLists } from './lists';
import { type Program, residentMemory, send, type Target } from './load';
import { watchRevoke } from './revoke';

const FEW = 1_000;
const MANY = 1_000_000;
const MANY_CLIENTS = 10_000;
/** Leaves the API to the framework. */
const FRAMEWORK_ONLY = { NODE_OPTIONS: '--import=./tests/support/framework-only.mjs' };

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    seconds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '1,16,64' },
    only: { type: 'string', default: 'speed,keys,lists,memory,revoke' },
    database: { type: 'string', default: 'postgres' },
    against: { type: 'string' },
  },
});
const options = {
  rounds: Number(values.rounds),
  seconds: Number(values.seconds),
  connections: values.connections.split(',').map(Number),
};
const parts = values.against ? ['versions'] : values.only.split(',');
const kind = values.database === 'embedded' ? 'embedded' : 'postgres';

const made = await databases(kind);
try {
  console.log(
    `\nNode.js ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${kind}`,
  );
  const few = await made.make(FEW);
  if (values.against) await compareVersions(few, resolve(values.against));
  if (parts.includes('speed')) await compareWays(few);
  if (parts.includes('keys')) await compareSizes(few, await made.make(MANY));
  if (parts.includes('lists')) await watchLists();
  if (parts.includes('memory')) await watchMemory(few);
  if (parts.includes('memory')) await watchUse();
  // The last part, for some keys no longer work then.
  if (parts.includes('revoke')) await watchRevoke(programOf(few.settings), few.keyFile);
} finally {
  await made.stop();
}

async function compareWays({ settings, keyFile }: Filled): Promise<void> {
  const [me, invoices] = ['/api/me', '/api/invoices'];
  const direct = programOf(settings);
  // The embedded database is one process's: there the framework's way is measured by itself.
  const framework = programOf({ ...settings, ...FRAMEWORK_ONLY });
  const bare = programOf(settings, 'bench/serve.mjs');
  const plain = programOf(settings, 'bench/plain.mjs');
  const target = (name: string, program: Program, path: string): Target => ({
    ...{ name, program, path, keyFile },
  });
  const bareRoute = target('bare route of the framework', bare, me);
  const plainServer = target('bare node:http', plain, me);
  const directMe = target(`GET ${me}`, direct, me);
  const directInvoices = target(`GET ${invoices}`, direct, invoices);
  const comparisons: Comparison[] = [
    { target: bareRoute, against: bareRoute },
    { target: plainServer, against: plainServer },
    { target: directMe, against: bareRoute, promised: { 1: 3, 16: 6 } },
    { target: directMe, against: plainServer, promised: { 16: 0.25 } },
  ];
  if (kind === 'postgres') {
    const frameworkMe = target(`GET ${me} through the framework`, framework, me);
    const frameworkInvoices = target(`GET ${invoices} through the framework`, framework, invoices);
    comparisons.push(
      { target: frameworkMe, against: bareRoute },
      { target: frameworkInvoices, against: frameworkInvoices },
      { target: directInvoices, against: frameworkInvoices, promised: { 16: 3 } },
    );
  } else comparisons.push({ target: directInvoices, against: directInvoices });
  console.log(`\n${table(await compare(comparisons, options))}`);
}

/** This build beside that of another checkout, each on a database that it has prepared itself. */
async function compareVersions(few: Filled, checkout: string): Promise<void> {
  const theirs = await made.make(FEW, { checkout });
  const before = programOf(theirs.settings, 'server/serve.mjs', checkout);
  const now = programOf(few.settings);
  const comparisons = ['/api/me', '/api/invoices'].flatMap((path): Comparison[] => {
    const { keyFile } = theirs;
    const against = { name: `GET ${path} before`, program: before, path, keyFile };
    const target = { name: `GET ${path}`, program: now, path, keyFile: few.keyFile };
    return [
      { target: against, against },
      { target, against, promised: { 1: 0.97, 16: 0.97, 64: 0.97 } },
    ];
  });
  console.log(`\n${table(await compare(comparisons, options))}`);
}

async function compareSizes(few: Filled, many: Filled): Promise<void> {
  const [small, large] = [programOf(few.settings), programOf(many.settings)];
  const pair = (path: string): Comparison[] => {
    const of = (name: string, program: Program, { keyFile }: Filled): Target => ({
      ...{ name: `GET ${path}, ${name} keys`, program, path, keyFile },
    });
    const against = of('1,000', small, few);
    const target = of('1,000,000', large, many);
    return [
      { target: against, against },
      { target, against, promised: { 16: 0.95 } },
    ];
  };
  const results = await compare([...pair('/api/me'), ...pair('/api/invoices')], options);
  console.log(`\n${table(results)}`);
}

async function watchLists(): Promise<void> {
  const few = await made.make(10, { working: 10 });
  const many = await made.make(10_000, { working: 10 });
  console.log(`\n${await compareLists(programOf(few.settings), programOf(many.settings))}`);
}

/** The same process after 100,000 requests and after 1,000,000. */
async function watchMemory({ settings, keyFile }: Filled): Promise<void> {
  const program = programOf(settings);
  const target = { name: 'GET /api/me', program, path: '/api/me', keyFile };
  console.log(`\nMemory: ${await growthOf(target)}`);
}

/** What is known about use costs neither memory nor more than so many rows, whoever uses whatever key. */
async function watchUse(): Promise<void> {
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

function programOf(
  settings: Record<string, string>,
  file = 'server/serve.mjs',
  checkout?: string,
): Program {
  const program: Program = {
    origin: '',
    pid: 0,
    start: async () => {
      const { origin, pid, stop } = await startServer(settings, file, checkout);
      Object.assign(program, { origin, pid, stop });
    },
    stop: async () => {},
  };
  return program;
}
