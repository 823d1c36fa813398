/** `npm run bench`: builds the product and the bare routes, then compares them (bench/run.ts). */
import {
  build,
  generateClient,
  installPackages,
  runPackage,
  runTypeScript,
  step,
} from './steps.mjs';
import { ensureBrowser, ensurePostgres, ensureWrk } from './test-tools.mjs';

await installPackages();
await generateClient();
await ensurePostgres();
await ensureWrk();
await build();
const options = process.argv.slice(2);
// Beside another build, neither bare routes nor pages are asked.
if (!options.some((one) => one.startsWith('--against'))) {
  await ensureBrowser();
  await step('Building the bare routes', () =>
    runPackage('next', ['build', 'bench/bare'], { env: { NEXT_TELEMETRY_DISABLED: '1' } }),
  );
}
process.exitCode = await runTypeScript('bench/run.ts', {}, options);
