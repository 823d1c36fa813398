/** `npm run check`: format and lint, types, unused code. What CI runs, as it is. */
import { check } from './check-steps.mjs';
import { generateClient, installPackages } from './steps.mjs';

await installPackages();
await generateClient();
await check();
