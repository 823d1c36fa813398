import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { runProgram } from './run';

/** Makes the migrated folder that every test file gets a copy of. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'zendrhax-pglite-'));
  mkdirSync(join(folder, 'template'));
  const template = join(folder, 'template', 'postgres');
  const { code, output } = await runProgram('tests/support/migrate.ts', [template]);
  if (code !== 0) throw new Error(output);
  // As the product leaves it, which would say that it closes an open folder.
  execFileSync('chmod', ['-R', 'go=', folder]);
  project.provide('database', { kind: 'pglite', folder });
  return () => rmSync(folder, { recursive: true, force: true });
}
