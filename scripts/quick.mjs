/** `npm run quick`: types, unit tests, and integration tests on the embedded database alone. */

import { checkTypes } from './check-steps.mjs';
import { checkNode, generateClient, installPackages, runPackage, step } from './steps.mjs';

const PROJECTS = ['--project=unit', '--project=pglite'];

checkNode();
await installPackages();
await generateClient();
await checkTypes();
await step('Unit tests, and integration tests on PGlite', () =>
  runPackage('vitest', ['run', '--reporter=./scripts/vitest-progress.ts', ...PROJECTS]),
);
