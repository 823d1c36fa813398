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
await ensureBrowser();
await build();
await step('Building the bare routes', () =>
  runPackage('next', ['build', 'bench/bare'], { env: { NEXT_TELEMETRY_DISABLED: '1' } }),
);
process.exitCode = await runTypeScript('bench/run.ts', {}, process.argv.slice(2));
