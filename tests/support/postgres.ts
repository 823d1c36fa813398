import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from './port';
import { childrenOf } from './processes';
import { endProgram } from './run';
import { until } from './until';

export const SUPERUSER = 'zendrhax';

export type PostgresServer = {
  url(name: string): string;
  /** the process whose children all others are */
  pid(): number;
  createDatabase(name: string, template?: string): Promise<void>;
  /** Ends the server and removes its folder. */
  stop(): Promise<void>;
  /** Kills every process of the server with SIGKILL, as a power cut would. */
  crash(): Promise<void>;
  /** Starts it again on the same port and folder, after a crash or while it runs. */
  restart(): Promise<void>;
};

/** What only a power cut would need: these servers have nothing to lose. */
const WITHOUT_SYNC = ['fsync=off', 'full_page_writes=off'];

/**
 * A PostgreSQL server of its own, in a temporary folder, on a free port of 127.0.0.1. Its programs
 * must be on PATH: scripts/test-tools.mjs sees to that.
 * @param isDurable for a test of what is left after a crash: as a server is delivered
 * @param isOdd whether the role that connects has {@link ODD_SETTINGS}
 */
export async function startPostgres({
  isDurable = false,
  isOdd = true,
} = {}): Promise<PostgresServer> {
  const user = unprivilegedUser();
  const folder = mkdtempSync(join(tmpdir(), 'zendrhax-postgres-'));
  if (user) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
  const data = join(folder, 'data');
  const port = await freePort();
  const url = (name: string) => `postgresql://${SUPERUSER}@127.0.0.1:${port}/${name}`;

  const initdb = ['-D', data, '-U', SUPERUSER, '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'];
  if (!isDurable) initdb.push('--no-sync');
  execFileSync('initdb', initdb, { ...user, cwd: folder, stdio: 'pipe' });

  const log = join(folder, 'log');
  let postmaster: ChildProcess;
  async function start(): Promise<void> {
    const options = ['max_connections=200', 'listen_addresses=127.0.0.1', `port=${port}`];
    if (!isDurable) options.push(...WITHOUT_SYNC);
    const output = openSync(log, 'a');
    postmaster = spawn(
      'postgres',
      ['-D', data, '-k', folder, ...options.flatMap((option) => ['-c', option])],
      { ...user, cwd: folder, stdio: ['ignore', output, output] },
    );
    await until(async () => {
      if (postmaster.exitCode !== null) throw new Error(readFileSync(log, 'utf8'));
      return answers(url('postgres'));
    });
  }

  await start();
  if (isOdd) await makeOdd(url('postgres'));
  // Where nothing stops it: a step of the setup that fails ends the process.
  process.once('exit', () => postmaster.kill('SIGQUIT'));
  return {
    url,
    pid: () => Number(postmaster.pid),
    createDatabase: (name, template) => createDatabase(url('postgres'), name, template),
    stop: async () => {
      await endProgram(postmaster, 'SIGQUIT');
      rmSync(folder, { recursive: true, force: true });
    },
    crash: async () => {
      postmaster.kill('SIGSTOP');
      for (const pid of childrenOf(Number(postmaster.pid))) killIfAlive(pid);
      await endProgram(postmaster, 'SIGKILL');
    },
    restart: async () => {
      await endProgram(postmaster, 'SIGINT');
      await start();
    },
  };
}

/**
 * Settings that another application, or somebody's habit, may have left to the role that connects. None of
 * them is what initdb chooses, and none may change what the product does.
 */
const ODD_SETTINGS = {
  TimeZone: 'America/New_York',
  DateStyle: 'SQL, DMY',
  IntervalStyle: 'sql_standard',
  default_transaction_isolation: 'repeatable read',
  search_path: 'elsewhere',
  synchronous_commit: 'off',
  array_nulls: 'off',
  bytea_output: 'escape',
  extra_float_digits: '-15',
  transform_null_equals: 'on',
  standard_conforming_strings: 'off',
  statement_timeout: '30s',
  lock_timeout: '20s',
  idle_in_transaction_session_timeout: '25s',
  idle_session_timeout: '20s',
};

async function makeOdd(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const [name, value] of Object.entries(ODD_SETTINGS)) {
    await client.query(`alter role ${SUPERUSER} set ${name} to '${value}'`);
  }
  await client.end();
}

/** @param url of any database of the server */
export async function createDatabase(url: string, name: string, template = 'template0') {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create database "${name}" template "${template}"`);
  await client.end();
}

/** PostgreSQL refuses to run as root, so root runs it as someone else. */
export function unprivilegedUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of ['postgres', 'nobody']) {
    try {
      const number = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: 'pipe' }));
      return { uid: number('-u'), gid: number('-g') };
    } catch {}
  }
  throw new Error('PostgreSQL does not run as root, and there is no user postgres or nobody.');
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

function killIfAlive(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {}
}
