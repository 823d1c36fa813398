/** `npm test`: everything, from a fresh clone. Static checks, unit, integration, end to end. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  build,
  check,
  checkNode,
  generateClient,
  installPackages,
  runPackage,
  step,
} from './steps.mjs';
import { ensureBrowser, ensurePostgres, ensureProgram } from './test-tools.mjs';

checkNode();
await installPackages();
await generateClient();
const browser = await ensureBrowser();
const postgres = await ensurePostgres();
await ensureProgram('redis-server', 'Redis');
// The samples of the API reference and of the help center are run as they stand.
await ensureProgram('bash', 'bash');
await ensureProgram('git', 'Git');
await ensureProgram('curl', 'curl');
await ensureProgram('python3', 'Python');
const env = {
  ZENDRHAX_CHROMIUM: browser,
  PATH: `${postgres}:${process.env.PATH}`,
  NEXT_TELEMETRY_DISABLED: '1',
};
const reports = mkdtempSync(join(tmpdir(), 'zendrhax-test-'));
const report = (name) => join(reports, `${name}.json`);

await check();
await build();
await step('Unit and integration tests, on PGlite and PostgreSQL', () =>
  runPackage(
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report('vitest')}`],
    { env },
  ),
);
await step('End-to-end tests in a browser', () =>
  runPackage('playwright', ['test', '--reporter=list,json'], {
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report('playwright') },
  }),
);

const read = (name) => JSON.parse(readFileSync(report(name), 'utf8'));
const { numPassedTests, numFailedTests } = read('vitest');
const { expected, unexpected, flaky } = read('playwright').stats;
rmSync(reports, { recursive: true });
console.log(`\n${numPassedTests + expected} passed, ${numFailedTests + unexpected + flaky} failed`);
