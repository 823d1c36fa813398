/**
 * The server under test: prepares a new embedded database in DATA_DIR, then serves the build. Its
 * log goes to a file, which tests read: no key may ever be in it.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runTypeScript } from '../scripts/steps.mjs';

const dataDir = String(process.env.DATA_DIR);
mkdirSync(dataDir, { recursive: true, mode: 0o700 });
process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }));

const code = await runTypeScript('scripts/prepare.ts');
if (code !== 0) process.exit(code);

const log = openSync(join(dataDir, 'server.log'), 'a');
const server = spawn(process.execPath, [join(ROOT, 'server/serve.mjs')], {
  stdio: ['ignore', log, log],
});
/** @type {NodeJS.Signals[]} */
const signals = ['SIGINT', 'SIGTERM'];
for (const signal of signals) process.on(signal, () => server.kill(signal));
server.on('exit', (status) => process.exit(status ?? 0));
