/** `npm test`: static checks, then unit, integration and end-to-end tests, from a fresh clone. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check } from './check-steps.mjs';
import { build, checkNode, generateClient, installPackages, runPackage, step } from './steps.mjs';
import { ensureTestTools, installTestTools } from './test-tools.mjs';

const reports = mkdtempSync(join(tmpdir(), 'zendrhax-test-'));
/** @param {string} name */
const report = (name) => join(reports, `${name}.json`);

const STAGES = [
  async () => {
    await Promise.all([installPackages(), installTestTools()]);
    await generateClient();
    await ensureTestTools();
  },
  // Each of the two leaves the other some of two cores.
  () => Promise.all([check(), build()]),
  () =>
    step('Unit and integration tests, on PGlite and PostgreSQL', () =>
      runPackage('vitest', [
        'run',
        '--reporter=./scripts/vitest-progress.ts',
        '--reporter=json',
        `--outputFile.json=${report('vitest')}`,
      ]),
    ),
  () =>
    step('End-to-end tests in a browser', () =>
      runPackage('playwright', ['test', '--reporter=./scripts/playwright-progress.ts,json'], {
        env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report('playwright') },
      }),
    ),
];

checkNode();
for (const [index, stage] of STAGES.entries()) {
  console.log(`\nStep ${index + 1} of ${STAGES.length}`);
  await stage();
}

/** @param {string} name */
const read = (name) => JSON.parse(readFileSync(report(name), 'utf8'));
const { numPassedTests, numFailedTests } = read('vitest');
const { expected, unexpected, flaky } = read('playwright').stats;
rmSync(reports, { recursive: true });
console.log(`\n${numPassedTests + expected} passed, ${numFailedTests + unexpected + flaky} failed`);
