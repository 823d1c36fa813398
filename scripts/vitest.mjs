/** `npm run vitest -- <arguments of vitest run>`. vitest.config.ts prepares the rest. */
import { checkNode, installPackages, runPackage } from './steps.mjs';

checkNode();
await installPackages();
process.exitCode = await runPackage('vitest', ['run', ...process.argv.slice(2)]);
