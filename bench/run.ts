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
import { type Program, residentMemory, send } from './load';

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
try {
  console.log(`\nNode.js ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim()}`);
  const few = await database('few', FEW);
  if (parts.includes('speed')) await compareWithBare(few);
  if (parts.includes('keys')) await compareSizes(few, await database('many', MANY));
  if (parts.includes('memory')) await watchMemory(few);
} finally {
  await postgres.stop();
}

async function compareWithBare(seeded: Seeded): Promise<void> {
  const { secrets } = seeded;
  const product = programOf(seeded);
  const bare = programOf(seeded, 'bench/serve.mjs');
  const pair = (path: string, what: string): Comparison[] => {
    const against = { name: `bare route, ${what} of ${path}`, program: bare, path, secrets };
    const target = { name: `GET ${path}`, program: product, path, secrets };
    return [
      { target: against, against },
      { target, against, promised: 0.9 },
    ];
  };
  const results = await compare(
    [...pair('/api/me', 'body'), ...pair('/api/invoices', 'query')],
    options,
  );
  console.log(`\n${table(results)}`);
}

async function compareSizes(few: Seeded, many: Seeded): Promise<void> {
  const [small, large] = [programOf(few), programOf(many)];
  const pair = (path: string): Comparison[] => {
    const against = { name: `GET ${path}, 1,000 keys`, program: small, path, secrets: few.secrets };
    const target = {
      name: `GET ${path}, 1,000,000 keys`,
      program: large,
      path,
      secrets: many.secrets,
    };
    return [
      { target: against, against },
      { target, against, promised: 0.9 },
    ];
  };
  const results = await compare([...pair('/api/me'), ...pair('/api/invoices')], options);
  console.log(`\n${table(results)}`);
}

/** The same process after 30,000 requests and after 300,000. */
async function watchMemory(few: Seeded): Promise<void> {
  const program = programOf(few);
  await program.start();
  const target = { name: 'GET /api/me', program, path: '/api/me', secrets: few.secrets };
  await send(target, 30_000);
  const before = residentMemory(program.pid);
  await send(target, 270_000);
  const after = residentMemory(program.pid);
  await program.stop();
  console.log(
    `\nMemory: ${before.toFixed(0)} MiB after 30,000 requests, ${after.toFixed(0)} MiB after 300,000: ratio ${(after / before).toFixed(2)}, promised ≤ 1.2`,
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

function programOf(seeded: Seeded, file = 'server/serve.mjs'): Program {
  const program: Program = {
    origin: '',
    pid: 0,
    start: async () => {
      const server = await startServer(
        {
          ...settings,
          DATABASE_URL: seeded.url,
          BENCH_WORKSPACE: seeded.workspaceId,
          BENCH_USER: seeded.userId,
        },
        file,
      );
      Object.assign(program, { origin: server.origin, pid: server.pid, stop: server.stop });
    },
    stop: async () => {},
  };
  return program;
}
