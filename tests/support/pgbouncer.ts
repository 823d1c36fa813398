import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from './port';
import { SUPERUSER, unprivilegedUser } from './postgres';
import { endProgram } from './run';
import { until } from './until';

/**
 * PgBouncer in transaction mode before a server, with its own defaults else: two clients in a row may have
 * one session.
 * @param server address of any database of it
 */
export async function startPgBouncer(server: string) {
  const { hostname, port: serverPort } = new URL(server);
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'zendrhax-pgbouncer-'));
  const users = join(folder, 'users.txt');
  const config = join(folder, 'pgbouncer.ini');
  writeFileSync(users, `"${SUPERUSER}" ""\n`);
  writeFileSync(
    config,
    `[databases]
* = host=${hostname} port=${serverPort}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = trust
auth_file = ${users}
admin_users = ${SUPERUSER}
pool_mode = transaction
`,
  );
  const user = unprivilegedUser();
  if (user) for (const path of [folder, users, config]) chownSync(path, user.uid, user.gid);

  const url = (name: string) => `postgresql://${SUPERUSER}@127.0.0.1:${port}/${name}`;
  const pooler: ChildProcess = spawn('pgbouncer', [config], { ...user, stdio: 'ignore' });
  process.once('exit', () => pooler.kill('SIGKILL'));
  await until(() =>
    command('show version').then(
      () => true,
      () => false,
    ),
  );

  /** Says something at its console. */
  async function command(text: string): Promise<void> {
    const client = new pg.Client({ connectionString: url('pgbouncer') });
    client.on('error', () => {});
    await client.connect();
    try {
      await client.query(text);
    } finally {
      await client.end();
    }
  }

  return {
    url,
    command,
    stop: async () => {
      await endProgram(pooler, 'SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
