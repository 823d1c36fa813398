/** The steps of `npm run check`, which `npm test` takes too. */
import { join } from 'node:path';
import { writeLayers } from './layers.mjs';
import { ROOT, runPackage, step } from './steps.mjs';

/** knip.json marks product code with `!`. Dependencies are excluded: the build alone needs some. */
const ONLY_TESTS = ['--no-config-hints', '--production', '--exclude', 'dependencies'];

// An incremental check misses keys that were removed from messages/*.json.
const TYPES = ['--noEmit', '--incremental', 'false'];

/** The types alone. */
export const checkTypes = () => step('Checking types', () => runPackage('tsc', TYPES));

/** Runs every static check. All steps run and are reported even if one fails. */
export async function check() {
  /** @type {[title: string, program: string, args: string[]][]} */
  const steps = [
    ['Checking format and lint', 'biome', ['check', '--error-on-warnings']],
    ['Checking what imports what', 'biome', layersCommand()],
    ['Checking types', 'tsc', TYPES],
    ['Looking for messages that nothing shows', 'tsx', ['scripts/unused-messages.ts']],
    ['Looking for unused code', 'knip', ['--no-config-hints']],
    ['Looking for code that only tests use', 'knip', ONLY_TESTS],
  ];
  /** @type {string[]} */
  const failed = [];
  for (const [title, program, args] of steps) {
    await step(title, async () => {
      if ((await runPackage(program, args)) !== 0) failed.push(title);
    });
  }
  if (failed.length === 0) return;
  console.error(`✗ ${failed.length} of ${steps.length} checks failed: ${failed.join(', ')}.`);
  process.exit(1);
}

/** Checks imports with Biome, by a configuration made from the floors in scripts/layers.mjs. */
function layersCommand() {
  const config = writeLayers(ROOT, join(ROOT, 'node_modules/.cache/zendrhax-layers'));
  return [
    'lint',
    `--config-path=${config}`,
    '--diagnostic-level=error',
    '--max-diagnostics=100',
    'app',
    'components',
    'lib',
    'server',
    'prisma',
  ];
}
