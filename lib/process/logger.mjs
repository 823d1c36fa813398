import pino from 'pino';
import { cut } from './cut.mjs';
import { withoutCredentials } from './redaction.mjs';

const FLUSH_EVERY_MS = 250;

/** pino's own isoTime, which makes the text anew for each of the many lines of one millisecond. */
function isoTime() {
  let at = 0;
  let text = '';
  return () => {
    const now = Date.now();
    if (now !== at) text = `,"time":"${new Date(now).toISOString()}"`;
    at = now;
    return text;
  };
}

/**
 * Makes a logger that writes each JSON line to standard output at once.
 * @param {string} level one of pino's
 */
export const createLogger = (level) => loggerTo(pino.destination({ sync: true }), level);

/**
 * Makes the logger of a server, which writes its lines in batches: a write per request would cost as
 * much as verifying its key. Only SIGKILL can lose lines, at most those of the last quarter of a second.
 * @param {string} level one of pino's
 */
export function createBatchingLogger(level) {
  const destination = pino.destination({ minLength: 4_096, sync: true });
  setInterval(() => destination.flushSync(), FLUSH_EVERY_MS).unref();
  process.on('exit', () => destination.flushSync());
  return loggerTo(destination, level);
}

/**
 * Messages of errors repeat what a caller sent.
 * @param {unknown} error
 */
function errorOf(error) {
  const told = pino.stdSerializers.err(/** @type {Error} */ (error));
  if (!(error instanceof Error)) return cut(told);
  return { ...told, message: cut(told.message), stack: cut(told.stack) };
}

/**
 * @param {import('pino').DestinationStream} destination
 * @param {string} level one of pino's
 * @returns {import('pino').Logger}
 */
export const loggerTo = (destination, level) =>
  pino(
    {
      level,
      timestamp: isoTime(),
      base: null,
      serializers: { err: errorOf, path: cut, origin: cut },
      hooks: { streamWrite: withoutCredentials },
    },
    destination,
  );
