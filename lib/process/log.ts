import { env } from '@/lib/env';
import { createLogger } from './logger.mjs';
import { oncePerProcess } from './once-per-process';

/**
 * Writes JSON lines to standard output, with times in UTC. pino escapes line breaks, so that one
 * event is always one line, whatever a name or a header contains (ASVS 16.4.1). In production
 * server/serve.mjs has made it, and sends there what anything else prints.
 */
export const log = oncePerProcess('log', () => createLogger(env.LOG_LEVEL));
