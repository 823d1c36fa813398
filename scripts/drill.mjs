/**
 * `npm run drill -- <name>`: what needs too much of the machine, or of the network, for `npm test`.
 * docs/testing.md says what each drill does and what it installs.
 */
import { build, generateClient, installPackages, runTypeScript } from './steps.mjs';
import { ensurePostgres } from './test-tools.mjs';

/** @type {Record<string, string>} */
const DRILLS = {
  generators: 'drill/generators.ts',
  'leaked-keys': 'drill/leaked-keys.ts',
  mails: 'drill/mails.ts',
};

const [name = '', ...options] = process.argv.slice(2);
const program = DRILLS[name];
if (!program) {
  console.error(`Choose a drill: ${Object.keys(DRILLS).join(', ')}`);
  process.exit(1);
}
await installPackages();
await generateClient();
await ensurePostgres();
await build();
process.exitCode = await runTypeScript(program, {}, options);
