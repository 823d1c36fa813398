/** `npm run bench`: builds the product and the bare routes, then compares them (bench/run.ts). */
import { optionsOf, USAGE } from '../bench/options.mjs';
import {
  build,
  generateClient,
  installPackages,
  runPackage,
  runTypeScript,
  step,
} from './steps.mjs';
import { ensureBrowser, ensurePostgres, ensureWrk } from './test-tools.mjs';

const args = process.argv.slice(2);
const options = understood();
if (options.help) {
  console.log(USAGE);
  process.exit();
}

await installPackages();
await generateClient();
await ensurePostgres();
await ensureWrk();
await build();
// Beside another build, neither bare routes nor pages are asked.
if (!options.against) {
  await ensureBrowser();
  await step('Building the bare routes', () =>
    runPackage('next', ['build', 'bench/bare'], { env: { NEXT_TELEMETRY_DISABLED: '1' } }),
  );
}
process.exitCode = await runTypeScript('bench/run.ts', {}, args);

function understood() {
  try {
    return optionsOf(args);
  } catch (error) {
    console.error(`${error}\n\n${USAGE}`);
    process.exit(1);
  }
}
