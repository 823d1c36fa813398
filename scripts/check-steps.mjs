/** The steps of `npm run check`, which `npm test` takes too. */
import { join } from 'node:path';
import { writeLayers } from './layers.mjs';
import { ROOT, runPackage, step } from './steps.mjs';

/** knip.json marks what is of the product with `!`. What the build alone needs is a dependency too. */
const ONLY_TESTS = ['--no-config-hints', '--production', '--exclude', 'dependencies'];

/** All that can be checked without running the code. Every step is reported before a failure ends it. */
export async function check() {
  const steps = [
    ['Checking format and lint', 'biome', ['check', '--error-on-warnings']],
    ['Checking what imports what', 'biome', layersCommand()],
    // An incremental check overlooks keys that messages/*.json no longer have.
    ['Checking types', 'tsc', ['--noEmit', '--incremental', 'false']],
    ['Looking for unused code', 'knip', ['--no-config-hints']],
    ['Looking for code that only tests use', 'knip', ONLY_TESTS],
  ];
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

/** Biome's own rules, by a configuration that is made from the floors of scripts/layers.mjs. */
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
  ];
}
