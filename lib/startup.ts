import { startFlushing } from './api-keys/usage/flush-usage';
import { countConnections, db } from './database/client';
import { EmbeddedDatabaseError } from './database/embedded';
import { env } from './env';
import { startJobs } from './jobs/start-jobs';
import { log } from './process/log';
import { observeConnections, observeProcess } from './process/metrics';
import { startMetricsServer } from './process/metrics-server';
import { unencrypted } from './unencrypted';
import { RECURRING, WORKS } from './works';

export { openRedis } from './limits/redis';
export { logPageError } from './process/page-errors';

/**
 * Opens the embedded database before the first request, so that the start fails with a message if
 * its folder is in use. A database server is not checked: it may come back later.
 */
export async function checkDatabase(): Promise<void> {
  if (env.DATABASE_URL) return;
  try {
    await db.$connect();
  } catch (error) {
    if (!(error instanceof EmbeddedDatabaseError)) throw error;
    process.stderr.write(`\n${error.message}\n`);
    process.exit(1);
  }
}

/** Says in the log what would cross a network in plain text. */
export function warnOfPlainText(): void {
  const settings = unencrypted(env);
  if (settings.length === 0) return;
  log.warn({ settings }, 'these addresses are on other hosts and are not encrypted');
}

/** Opens the port for Prometheus, if METRICS_PORT is set. */
export function serveMetrics(): void {
  if (!env.METRICS_PORT) return;
  observeProcess();
  observeConnections(countConnections);
  startMetricsServer(env.METRICS_PORT, env.LISTEN_ADDRESS);
}

/** Starts what a server does now and then. Not at import: a build evaluates the same modules. */
export function startTimers(): void {
  startFlushing();
  startJobs(WORKS, RECURRING);
}
