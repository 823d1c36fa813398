/**
 * The programs that the tests need besides npm's packages. Each is found, or installed on Debian,
 * and then available to this process and those it starts.
 */
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run, step } from './steps.mjs';

/** The first is Chromium without windows, which loads pages twice as fast as the others. */
const BROWSERS = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];
const DEBIAN_POSTGRES = '/usr/lib/postgresql';

/** Redis, PgBouncer, and programs that run the samples of the API reference and the help center. */
const PROGRAMS = {
  'redis-server': 'Redis',
  pgbouncer: 'PgBouncer',
  bash: 'bash',
  git: 'Git',
  curl: 'curl',
  python3: 'Python',
};

/** Where Debian has the programs of servers, which is not on everybody's PATH. */
const DEBIAN_SERVERS = '/usr/sbin';

/** Finds or installs all that the tests need. */
export async function ensureTestTools() {
  process.env.PATH = [...pathFolders(), DEBIAN_SERVERS].join(delimiter);
  await ensureBrowser();
  await ensurePostgres();
  for (const [name, title] of Object.entries(PROGRAMS)) {
    await ensure(title, () => findProgram(name), [name]);
  }
}

/** Sets ZENDRHAX_CHROMIUM to the system's Chromium or that of `npx playwright install`. */
export async function ensureBrowser() {
  if (process.env.ZENDRHAX_CHROMIUM) return;
  const { chromium } = await import('@playwright/test');
  const find = () =>
    BROWSERS.map(findProgram).find(Boolean) ?? [chromium.executablePath()].find(existsSync);
  const browser = await ensure('Chromium', find, ['chromium-headless-shell', 'chromium']);
  console.log(`• Chromium: ${browser}`);
  process.env.ZENDRHAX_CHROMIUM = browser;
}

/** Adds PostgreSQL's server programs to PATH, where Debian does not put them. */
export async function ensurePostgres() {
  const folder = await ensure('PostgreSQL', findPostgres, ['postgresql']);
  if (pathFolders().includes(folder)) return;
  console.log(`• PostgreSQL: ${folder}`);
  process.env.PATH = `${folder}${delimiter}${process.env.PATH}`;
}

/** What asks the servers in `npm run bench`. */
export const ensureWrk = () => ensure('wrk', () => findProgram('wrk'), ['wrk']);

/**
 * @param {string} name
 * @returns {string | undefined} the path of a program on PATH
 */
function findProgram(name) {
  return pathFolders()
    .map((folder) => join(folder, name))
    .find(existsSync);
}

function findPostgres() {
  const versions = existsSync(DEBIAN_POSTGRES) ? readdirSync(DEBIAN_POSTGRES).sort().reverse() : [];
  const debian = versions.map((version) => join(DEBIAN_POSTGRES, version, 'bin'));
  return [...pathFolders(), ...debian].find((folder) =>
    ['initdb', 'postgres', 'pg_dump'].every((name) => existsSync(join(folder, name))),
  );
}

const pathFolders = () => (process.env.PATH ?? '').split(delimiter);

/**
 * Finds a program, or installs one of the Debian packages that contain it.
 * @param {string} title
 * @param {() => string | undefined} find
 * @param {string[]} packages
 */
async function ensure(title, find, packages) {
  for (const name of packages) {
    if (!find()) await installFromDebian(name);
  }
  const found = find();
  if (!found) {
    console.error(
      `The tests need ${title}, and it could not be installed. Install it, then run them again.`,
    );
    process.exit(1);
  }
  return found;
}

/**
 * Installs packages, where there is Debian.
 * @param {string[]} names
 */
export async function installFromDebian(...names) {
  if (!findProgram('apt-get')) return;
  const isRoot = process.getuid?.() === 0;
  const command = isRoot ? 'apt-get' : 'sudo';
  const prefix = isRoot ? [] : ['-n', 'apt-get'];
  /** @type {import('./steps.mjs').RunOptions} */
  const options = {
    env: { DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'inherit'],
  };
  const what = names.length === 1 ? `Debian's ${names[0]}` : `${names.length} packages of Debian`;
  await step(`Installing ${what}`, async () => {
    await run(command, [...prefix, 'update', '-qq'], options).catch(() => 1);
    await run(command, [...prefix, 'install', '-y', '-qq', ...names], options).catch(() => 1);
  });
}
