/** `npm run vitest -- <arguments of vitest run>`: what else they need, vitest.config.ts sees to. */
import { checkNode, installPackages, runPackage } from './steps.mjs';

checkNode();
await installPackages();
process.exitCode = await runPackage('vitest', ['run', ...process.argv.slice(2)]);
