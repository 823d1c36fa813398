/** `npm start`: does what is needed from any state of the clone to a running server. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { routeOutputOfStart, say } from '../server/output.mjs';
import {
  build,
  checkNode,
  generateClient,
  installProduct,
  ROOT,
  runTypeScript,
  STOPPED,
  step,
} from './steps.mjs';

const EX_TEMPFAIL = 75;
const RETRY_AFTER_MS = 5_000;
/** Loaded for every step, because Next.js reads it too and all must see the same settings. */
const ENV_FILE = join(ROOT, '.env');

routeOutputOfStart();
checkNode();
if (existsSync(ENV_FILE)) process.loadEnvFile(ENV_FILE);
await installProduct();
await generateClient();

let databaseAnswers = true;
await step('Preparing the database', async () => {
  const code = await runTypeScript('scripts/prepare.ts');
  databaseAnswers = code !== EX_TEMPFAIL;
  return databaseAnswers ? code : 0;
});
await build();

if (!databaseAnswers) {
  say('The database does not answer. The API says 503 until it does; trying again.');
  const shared = Object.assign(globalThis.zendrhax ?? {}, { preparing: true });
  globalThis.zendrhax = shared;
  prepareLater(shared);
}
await import('../server/serve.mjs');

/**
 * The server runs without its database. This migrates the database as soon as it answers.
 * @param {Partial<ZendrhaxProcess>} shared with the server (lib/process/once-per-process.ts)
 * @returns {Promise<void>}
 */
async function prepareLater(shared) {
  await new Promise((done) => setTimeout(done, RETRY_AFTER_MS));
  const code = await runTypeScript('scripts/prepare.ts');
  if (code > STOPPED) return;
  if (code !== 0) return prepareLater(shared);
  shared.preparing = false;
  say('The database answers and is up to date.');
}
