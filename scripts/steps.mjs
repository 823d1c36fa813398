/**
 * The steps that `npm start` and `npm test` share. Plain JavaScript: it runs before any install.
 * @import { StdioOptions } from 'node:child_process'
 */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { isLogging } from '../server/output.mjs';
import { installCommand } from './install-command.mjs';
import { canRun, isKept } from './node-version.mjs';
import { Stamp } from './stamp.mjs';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** @typedef {{ env?: Record<string, string>, stdio?: StdioOptions }} RunOptions added to those of {@link run} */

/** @type {NodeJS.Signals[]} */
const SIGNALS = ['SIGINT', 'SIGTERM'];
/** Exit codes of programs that a signal ended are above this. */
export const STOPPED = 128;
/** @param {string} name */
const bin = (name) => join(ROOT, 'node_modules', '.bin', name);

/** The inputs of a build. A change in any of these makes it stale. */
const BUILD_INPUTS = [
  'app',
  'components',
  'content',
  'lib',
  'messages',
  'public',
  'prisma/schema.prisma',
  'instrumentation.ts',
  'mdx-components.tsx',
  'proxy.ts',
  'next.config.js',
  'scripts/safe-versions.mjs',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
];

/** Stops with a message on a Node.js that the dependencies do not run on, and warns of an old one. */
export function checkNode() {
  const { node } = process.versions;
  if (!canRun(node)) {
    console.error(`Zendrhax needs Node.js 20.19 or later; this is ${node}.`);
    process.exit(1);
  }
  if (isKept(node)) return;
  console.warn(
    `• Node.js ${node} may get no security fixes any more. Use 22.12 or later if you can.`,
  );
}

/**
 * Runs a command to its end and shows its output. A signal to this program ends the command.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} options
 * @returns {Promise<number>} its exit code, 128 and the signal's number after a signal
 */
export function run(command, args, { env = {}, ...options } = {}) {
  return new Promise((done, fail) => {
    const output = isLogging() ? 'pipe' : 'inherit';
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: ['ignore', output, output],
      env: { ...process.env, ...env },
      ...options,
    });
    /** @type {NodeJS.Signals | null} */
    let stoppedBy = null;
    /** @param {NodeJS.Signals} signal */
    const stop = (signal) => {
      stoppedBy = signal;
      child.kill(signal);
    };
    // Of commands that run side by side, one that fails ends the program, and so the others.
    const end = () => child.kill();
    process.on('exit', end);
    const settle = () => {
      process.off('exit', end);
      for (const signal of SIGNALS) process.off(signal, stop);
    };
    for (const signal of SIGNALS) process.on(signal, stop);
    const outputs = [
      { input: child.stdout, print: console.log },
      { input: child.stderr, print: console.error },
    ];
    for (const { input, print } of outputs) {
      if (input) createInterface({ input }).on('line', (line) => print(line));
    }
    child.on('error', (error) => {
      settle();
      fail(error);
    });
    child.on('close', (code) => {
      settle();
      done(stoppedBy ? STOPPED + constants.signals[stoppedBy] : (code ?? 1));
    });
  });
}

/**
 * Runs a named step, prints how long it took, and ends the program if it fails.
 * @param {string} title
 * @param {() => Promise<number | undefined | void>} action
 */
export async function step(title, action) {
  const began = Date.now();
  const seconds = () => `${Math.round((Date.now() - began) / 1000)} s`;
  console.log(`• ${title}`);
  const ticker = setInterval(() => console.log(`  … ${title}, ${seconds()}`), 15_000);
  try {
    const code = (await action()) ?? 0;
    if (code > STOPPED) process.exit(code);
    if (code) {
      console.error(`✗ ${title} failed after ${seconds()}.`);
      process.exit(code);
    }
    console.log(`  ${title}: done in ${seconds()}`);
  } finally {
    clearInterval(ticker);
  }
}

/** @typedef {'all' | 'product'} Packages of package-lock.json: all, or what the product runs and builds with */

/** @type {Record<Packages, string>} */
const INSTALLED = {
  all: 'node_modules/.zendrhax-install',
  product: 'node_modules/.zendrhax-install-product',
};

/** @type {Packages[]} */
const PACKAGES = ['all', 'product'];

/** Installs what the product runs and builds with, unless it is installed. */
export const installProduct = () => install('product');

/** Installs all packages, those of the tests too, unless they are installed. */
export const installPackages = () => install('all');

/** @param {Packages} wanted */
async function install(wanted) {
  const args = installCommand(wanted, PACKAGES.filter(isInstalled));
  if (!args) return;
  await step('Installing packages (a minute or two on a new machine)', () =>
    run('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error']),
  );
  installStamp(wanted).write();
}

/** @param {Packages} set */
const installStamp = (set) => new Stamp(INSTALLED[set], ['package-lock.json']);

/** @param {Packages} set */
const isInstalled = (set) => installStamp(set).isFresh();

/** Generates the Prisma client, unless the schema is unchanged. */
export async function generateClient() {
  const stamp = new Stamp('prisma/generated/.stamp', ['prisma/schema.prisma', 'package-lock.json']);
  if (stamp.isFresh()) return;
  await step('Generating the database client', () =>
    run(bin('prisma'), ['generate', '--no-hints'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      // Generating needs no engine, but the command downloads one unless this names a file.
      env: { PRISMA_SCHEMA_ENGINE_BINARY: join(ROOT, 'package.json') },
    }),
  );
  stamp.write();
}

/** Builds the app for production, unless its inputs are unchanged. */
export async function build() {
  const stamp = new Stamp('.next/zendrhax-build', BUILD_INPUTS);
  if (stamp.isFresh()) return;
  await step('Building (about a minute)', () =>
    run(bin('next'), ['build'], { env: { NEXT_TELEMETRY_DISABLED: '1' } }),
  );
  stamp.write();
}

/**
 * Runs a TypeScript program of this project.
 * @param {string} file
 * @param {RunOptions} [options]
 * @param {string[]} [args]
 */
export const runTypeScript = (file, options, args = []) =>
  run(bin('tsx'), [join(ROOT, file), ...args], options);

/**
 * Runs a program that a package installed.
 * @param {string} name
 * @param {string[]} args
 * @param {RunOptions} [options]
 */
export const runPackage = (name, args, options) => run(bin(name), args, options);
