/** The programs that the tests need beside npm's packages: a browser, two servers, two languages. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { run, step } from './steps.mjs';

/** The first is Chromium without windows: pages load in half the time of the others. */
const BROWSERS = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];
const DEBIAN_POSTGRES = '/usr/lib/postgresql';

/**
 * Finds a Chromium, the system's or one that `npx playwright install` has fetched; installs Debian's
 * package if there is none.
 * @returns {Promise<string>} path of the program
 */
export async function ensureBrowser() {
  const { chromium } = await import('@playwright/test');
  const find = () => which(BROWSERS) ?? [chromium.executablePath()].find(existsSync);
  if (!find()) await installFromDebian('chromium-headless-shell');
  if (!find()) await installFromDebian('chromium');
  return found('Chromium', find());
}

/**
 * Finds PostgreSQL's server programs, or installs Debian's package.
 * @returns {Promise<string>} the folder that has initdb and postgres
 */
export async function ensurePostgres() {
  if (findPostgres()) return said('PostgreSQL', findPostgres());
  await installFromDebian('postgresql');
  return found('PostgreSQL', findPostgres());
}

/**
 * Finds a program, or installs Debian's package of it.
 * @param {string} name of the program
 * @param {string} title of what it is, for people
 */
export async function ensureProgram(name, title) {
  if (!which([name])) await installFromDebian(name);
  return found(title, which([name]));
}

function findPostgres() {
  const versions = existsSync(DEBIAN_POSTGRES) ? readdirSync(DEBIAN_POSTGRES).sort().reverse() : [];
  const folders = [
    ...(process.env.PATH ?? '').split(':'),
    ...versions.map((version) => join(DEBIAN_POSTGRES, version, 'bin')),
  ];
  return folders.find((folder) =>
    ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))),
  );
}

function which(names) {
  const folders = (process.env.PATH ?? '').split(':');
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
}

async function installFromDebian(name) {
  if (!which(['apt-get'])) return;
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const [command, ...prefix] = [...sudo, 'apt-get'];
  const options = {
    env: { DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'inherit'],
  };
  await step(`Installing Debian's ${name}`, async () => {
    await run(command, [...prefix, 'update', '-qq'], options).catch(() => 1);
    await run(command, [...prefix, 'install', '-y', '-qq', name], options).catch(() => 1);
  });
}

function said(what, path) {
  console.log(`• ${what}: ${path}${version(path)}`);
  return path;
}

function version(path) {
  const program = existsSync(join(path, 'postgres')) ? join(path, 'postgres') : path;
  try {
    return ` (${execFileSync(program, ['--version'], { encoding: 'utf8' }).trim()})`;
  } catch {
    return '';
  }
}

function found(what, path) {
  if (path) return said(what, path);
  console.error(
    `The tests need ${what}, and it could not be installed. Install it, then run npm test again.`,
  );
  process.exit(1);
}
