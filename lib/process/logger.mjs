import pino from 'pino';
import { withoutCredentials } from './redaction.mjs';

const FLUSH_EVERY_MS = 250;

/**
 * Makes the logger of the process. It writes JSON lines to standard output, in batches: a write per
 * request would cost as much as verifying its key. Only SIGKILL can lose lines, at most those of the
 * last quarter of a second.
 * @param {import('pino').LevelWithSilent} level
 * @returns {import('pino').Logger}
 */
export function createLogger(level) {
  const destination = pino.destination({ minLength: 4_096, sync: true });
  setInterval(() => destination.flushSync(), FLUSH_EVERY_MS).unref();
  process.on('exit', () => destination.flushSync());
  return pino(
    {
      level,
      timestamp: pino.stdTimeFunctions.isoTime,
      base: null,
      hooks: { streamWrite: withoutCredentials },
    },
    destination,
  );
}
