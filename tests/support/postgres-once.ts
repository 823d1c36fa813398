import type { TestProject } from 'vitest/node';
import { ensurePostgres } from '@/scripts/test-tools.mjs';
import { startPostgres } from './postgres';
import { runProgram } from './run';

/** Starts the server and makes the migrated database that every test file gets a copy of. */
export default async function setup(project: TestProject) {
  await ensurePostgres();
  const server = await startPostgres();
  await server.createDatabase('template');
  const { code, output } = await runProgram('tests/support/migrate.ts', [server.url('template')]);
  if (code !== 0) throw new Error(output);
  project.provide('database', { kind: 'postgres', url: server.url('postgres') });
  return server.stop;
}
