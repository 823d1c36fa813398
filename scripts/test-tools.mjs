/**
 * The programs that the tests need besides npm's packages. Each is found, or installed on Debian,
 * and then available to this process and those it starts.
 */
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run, step } from './steps.mjs';

/**
 * @typedef {object} Tool a program that the tests need
 * @property {string} title
 * @property {() => string | undefined} find its path, or the folder of its programs
 * @property {string[]} packages those of Debian that contain it, the best one first
 */

/** The first is Chromium without windows, which loads pages twice as fast as the others. */
const BROWSERS = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];
const DEBIAN_POSTGRES = '/usr/lib/postgresql';

/** Where Debian has the programs of servers, which is not on everybody's PATH. */
const DEBIAN_SERVERS = '/usr/sbin';

/** @type {Tool} */
const CHROMIUM = {
  title: 'Chromium',
  find: () => BROWSERS.map(findProgram).find(Boolean),
  packages: ['chromium-headless-shell', 'chromium'],
};

/** @type {Tool} */
const FIREFOX = {
  title: 'Firefox',
  find: () => ['firefox-esr', 'firefox'].map(findProgram).find(Boolean),
  packages: ['firefox-esr', 'firefox'],
};

/** @type {Tool} */
const POSTGRES = { title: 'PostgreSQL', find: findPostgres, packages: ['postgresql'] };

/**
 * @param {string} title
 * @param {string} name
 * @returns {Tool} whose package has its name
 */
const program = (title, name) => ({ title, find: () => findProgram(name), packages: [name] });

/** Redis, PgBouncer, and programs that run the samples of the API reference and the help center. */
const PROGRAMS = [
  program('Redis', 'redis-server'),
  program('PgBouncer', 'pgbouncer'),
  program('bash', 'bash'),
  program('Git', 'git'),
  program('curl', 'curl'),
  program('Python', 'python3'),
];

/** Installs what Debian has of all that the tests need. It needs no package of npm. */
export async function installTestTools() {
  const others = pathFolders().filter((folder) => folder !== DEBIAN_SERVERS);
  process.env.PATH = [...others, DEBIAN_SERVERS].join(delimiter);
  await install([CHROMIUM, FIREFOX, POSTGRES, ...PROGRAMS]);
}

/** Finds or installs all that the tests need. */
export async function ensureTestTools() {
  await installTestTools();
  await ensureBrowser();
  await ensurePostgres();
  process.env.ZENDRHAX_FIREFOX ??= await ensure(FIREFOX);
  for (const tool of PROGRAMS) await ensure(tool);
}

/** Sets ZENDRHAX_CHROMIUM to the system's Chromium or that of `npx playwright install`. */
export async function ensureBrowser() {
  if (process.env.ZENDRHAX_CHROMIUM) return;
  const { chromium } = await import('@playwright/test');
  const find = () => CHROMIUM.find() ?? [chromium.executablePath()].find(existsSync);
  const browser = await ensure({ ...CHROMIUM, find });
  console.log(`• Chromium: ${browser}`);
  process.env.ZENDRHAX_CHROMIUM = browser;
}

/** Adds PostgreSQL's server programs to PATH, where Debian does not put them. */
export async function ensurePostgres() {
  const folder = await ensure(POSTGRES);
  if (pathFolders().includes(folder)) return;
  console.log(`• PostgreSQL: ${folder}`);
  process.env.PATH = `${folder}${delimiter}${process.env.PATH}`;
}

/** What asks the servers in `npm run bench`. */
export const ensureWrk = () => ensure(program('wrk', 'wrk'));

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
 * Finds a program, or installs it.
 * @param {Tool} tool
 */
async function ensure(tool) {
  await install([tool]);
  const found = tool.find();
  if (!found) {
    console.error(
      `The tests need ${tool.title}, and it could not be installed. Install it, then run them again.`,
    );
    process.exit(1);
  }
  return found;
}

/**
 * Installs the programs that are not there: all at once, then by themselves those that Debian's other
 * versions have in another package.
 * @param {Tool[]} tools
 */
async function install(tools) {
  const missing = tools.filter(({ find }) => !find());
  if (missing.length === 0) return;
  await installFromDebian(...missing.map(({ packages: [best] }) => String(best)));
  for (const { find, packages } of missing) {
    for (const name of packages) {
      if (!find()) await installFromDebian(name);
    }
  }
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
