/** `npm test`: static checks, then unit, integration and end-to-end tests, from a fresh clone. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check } from './check-steps.mjs';
import { build, checkNode, generateClient, installPackages, runPackage, step } from './steps.mjs';
import { ensureTestTools } from './test-tools.mjs';

checkNode();
await installPackages();
await generateClient();
await ensureTestTools();
const reports = mkdtempSync(join(tmpdir(), 'zendrhax-test-'));
/** @param {string} name */
const report = (name) => join(reports, `${name}.json`);

await check();
await build();
await step('Unit and integration tests, on PGlite and PostgreSQL', () =>
  runPackage('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report('vitest')}`,
  ]),
);
await step('End-to-end tests in a browser', () =>
  runPackage('playwright', ['test', '--reporter=list,json'], {
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report('playwright') },
  }),
);

/** @param {string} name */
const read = (name) => JSON.parse(readFileSync(report(name), 'utf8'));
const { numPassedTests, numFailedTests } = read('vitest');
const { expected, unexpected, flaky } = read('playwright').stats;
rmSync(reports, { recursive: true });
console.log(`\n${numPassedTests + expected} passed, ${numFailedTests + unexpected + flaky} failed`);
