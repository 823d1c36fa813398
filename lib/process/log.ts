import type { Logger } from 'pino';
import { env } from '@/lib/env';
import { createLogger } from './logger.mjs';
import { oncePerProcess } from './once-per-process';

declare global {
  interface ZendrhaxProcess {
    log: Logger;
  }
}

/**
 * Writes JSON lines to standard output, with times in UTC. pino escapes line breaks, so that one
 * event is always one line, whatever a name or a header contains (ASVS 16.4.1). In production
 * server/serve.mjs has made it, with batches, and sends there what anything else prints.
 */
export const log = oncePerProcess('log', () => createLogger(env.LOG_LEVEL));
