/** The steps that `npm start` and `npm test` share. Plain JavaScript: it runs before any install. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Stamp } from './stamp.mjs';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SIGNALS = ['SIGINT', 'SIGTERM'];
/** Exit codes of programs that a signal ended are above this. */
export const STOPPED = 128;
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

/** Stops with a message on a Node.js that the dependencies do not run on. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Zendrhax needs Node.js 20.19 or later; this is ${process.versions.node}.`);
  process.exit(1);
}

/**
 * Runs a command to its end and shows its output. A signal to this program ends the command.
 * @returns {Promise<number>} its exit code, 128 and the signal's number after a signal
 */
export function run(command, args, { env = {}, ...options } = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
      ...options,
    });
    let stoppedBy = null;
    const stop = (signal) => {
      stoppedBy = signal;
      child.kill(signal);
    };
    const settle = () => {
      for (const signal of SIGNALS) process.off(signal, stop);
    };
    for (const signal of SIGNALS) process.on(signal, stop);
    child.on('error', (error) => {
      settle();
      fail(error);
    });
    child.on('exit', (code) => {
      settle();
      done(stoppedBy ? STOPPED + constants.signals[stoppedBy] : (code ?? 1));
    });
  });
}

/** Runs a named step, prints how long it took, and ends the program if it fails. */
export async function step(title, action) {
  const began = Date.now();
  const seconds = () => `${Math.round((Date.now() - began) / 1000)} s`;
  console.log(`• ${title}`);
  const ticker = setInterval(() => console.log(`  … ${title}, ${seconds()}`), 15_000);
  try {
    const code = await action();
    if (code > STOPPED) process.exit(code);
    if (code) {
      console.error(`✗ ${title} failed after ${seconds()}.`);
      process.exit(code);
    }
    console.log(`  done in ${seconds()}`);
  } finally {
    clearInterval(ticker);
  }
}

/** Installs the packages of package-lock.json, unless they are installed. */
export async function installPackages() {
  const stamp = new Stamp('node_modules/.zendrhax-install', ['package-lock.json']);
  if (stamp.isFresh()) return;
  await step('Installing packages (a minute or two on a new machine)', () =>
    run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']),
  );
  stamp.write();
}

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

/** Runs a TypeScript program of this project. */
export const runTypeScript = (file, options, args = []) =>
  run(bin('tsx'), [join(ROOT, file), ...args], options);

/** Runs a program that a package installed. */
export const runPackage = (name, args, options) => run(bin(name), args, options);
