/** `npm run e2e -- <arguments of playwright test>`: prepares and runs the browser tests. */
import { build, checkNode, generateClient, installPackages, runPackage } from './steps.mjs';
import { ensureBrowser } from './test-tools.mjs';

checkNode();
await installPackages();
await generateClient();
await ensureBrowser();
await build();
process.exitCode = await runPackage('playwright', ['test', ...process.argv.slice(2)]);
