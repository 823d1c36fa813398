/**
 * The server under test: fills a database of a new PostgreSQL server with the demo, then serves the
 * build. Its log goes to a file, which tests read: no key may ever be in it.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { connectionConfig } from '@/lib/database/session-settings';
import { PrismaClient } from '@/prisma/generated/client';
import { migrateServer } from '@/prisma/migrate';
import { seedDemo } from '@/prisma/seed';
import { ROOT } from '@/scripts/steps.mjs';
import { ensurePostgres } from '@/scripts/test-tools.mjs';
import { startPostgres } from '@/tests/support/postgres';

const dataDir = String(process.env.DATA_DIR);
mkdirSync(dataDir, { recursive: true, mode: 0o700 });
process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }));

await ensurePostgres();
const postgres = await startPostgres();
await postgres.createDatabase('e2e');
const url = postgres.url('e2e');
await migrateServer(url);
const db = new PrismaClient({ adapter: new PrismaPg(connectionConfig(url)) });
await seedDemo(db);
await db.$disconnect();
// Tests write into it too.
writeFileSync(join(dataDir, 'database-url'), url);

const log = openSync(join(dataDir, 'server.log'), 'a');
const server = spawn(process.execPath, [join(ROOT, 'server/serve.mjs')], {
  stdio: ['ignore', log, log],
  env: { ...process.env, DATABASE_URL: url },
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => server.kill(signal));
}
server.on('exit', async (status) => {
  await postgres.stop();
  if (status) process.stderr.write(readFileSync(join(dataDir, 'server.log'), 'utf8'));
  process.exit(status ?? 0);
});
