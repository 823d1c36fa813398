import pg from 'pg';
import { connectionConfig, SESSION_SETTINGS } from '@/lib/database/session-settings';

/** Sessions behind the pooler do not have the settings of the role. The message is for the operator. */
export class PooledSettingsError extends Error {
  override name = 'PooledSettingsError';
}

/**
 * Gives a role what our statements depend on as settings of its own in this database, for sessions that a
 * pooler in transaction mode opens: it takes none at connect, and one that is set later would stay with
 * the session, which others use too.
 * @param url of the server itself; who connects there is this role, or may alter it
 * @throws the driver's error
 */
export async function setForRole(url: string, role: string): Promise<void> {
  await withClient(connectionConfig(url), async (client) => {
    for (const [name, value] of Object.entries(SESSION_SETTINGS)) {
      const { rows } = await client.query<{ statement: string }>(
        `select format('alter role %I in database %I set %I to %L', $1::text, current_database(), $2::text, $3::text)
          as "statement"`,
        [decodeURIComponent(role), name.toLowerCase(), value],
      );
      await client.query(rows[0]?.statement ?? '');
    }
  });
}

/**
 * Checks that a session behind the pooler has them. One that was opened before has not.
 * @param url of the pooler
 * @throws PooledSettingsError naming what is otherwise, and the driver's error
 */
export async function assertInForce(url: string): Promise<void> {
  await withClient({ connectionString: url }, async (client) => {
    const { rows } = await client.query<{ name: string; value: string }>(
      'select name, current_setting(name) as value from unnest($1::text[]) as name',
      [Object.keys(SESSION_SETTINGS)],
    );
    const wanted: Record<string, string> = SESSION_SETTINGS;
    const others = rows.filter(({ name, value }) => value !== wanted[name]);
    if (others.length === 0) return;
    const names = others.map(({ name, value }) => `${name} is ${value}`).join(', ');
    throw new PooledSettingsError(
      `Sessions behind the pooler are older than the settings of their role (${names}). Have the pooler open new ones (in PgBouncer's console: RECONNECT), and start again.`,
    );
  });
}

async function withClient(
  config: pg.ClientConfig,
  work: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const client = new pg.Client({ ...config, connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
