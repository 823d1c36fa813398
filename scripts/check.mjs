/** `npm run check`: all static checks, the same command that CI runs. */
import { check } from './check-steps.mjs';
import { generateClient, installPackages } from './steps.mjs';

await installPackages();
await generateClient();
await check();
