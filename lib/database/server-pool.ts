import pg from 'pg';

/** A server that takes no writes any more, and a statement that was prepared before a change to it. */
const WORN_OUT = new Set(['25006', '0A000', '26000']);

/**
 * Connections to a PostgreSQL server. The driver's own time limit is for a server that hangs, so that
 * requests fail instead of piling up.
 * @param config where to, and with which settings
 * @param max how many there are at most
 */
export function serverPool(config: pg.PoolConfig, max: number): pg.Pool {
  const pool = new pg.Pool({
    ...config,
    max,
    connectionTimeoutMillis: 2_000,
    query_timeout: 10_000,
  });
  const wornOut = new WeakSet<pg.ClientBase>();
  pool.on('connect', (client) => {
    client.connection.on('errorMessage', ({ code }: { code: string }) => {
      if (WORN_OUT.has(code)) wornOut.add(client);
    });
  });
  // If a rollback timed out, the transaction is still open. What the next user of the connection
  // writes would be acknowledged and then lost.
  pool.on('release', (_error, client) => {
    if (client.getTransactionStatus() !== 'I' || wornOut.has(client)) client.end();
  });
  // Without a listener, an idle connection that breaks would end the process.
  pool.on('error', () => {});
  return pool;
}
