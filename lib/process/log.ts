import pino from 'pino';
import { env } from '@/lib/env';
import { oncePerProcess } from './once-per-process';

const FLUSH_EVERY_MS = 250;

/**
 * Writes lines in batches: a write per request would cost as much as verifying its key. Only
 * SIGKILL can lose lines, at most those of the last quarter of a second.
 */
function createLog(): pino.Logger {
  const destination = pino.destination({ minLength: 4_096, sync: true });
  setInterval(() => destination.flushSync(), FLUSH_EVERY_MS).unref();
  process.on('exit', () => destination.flushSync());
  return pino(
    {
      level: env.LOG_LEVEL,
      timestamp: pino.stdTimeFunctions.isoTime,
      base: null,
      hooks: { streamWrite: withoutCredentials },
    },
    destination,
  );
}

/**
 * Writes JSON lines to standard output, with times in UTC. pino escapes line breaks, so that one
 * event is always one line, whatever a name or a header contains (ASVS 16.4.1).
 */
export const log = oncePerProcess('log', createLog);

/**
 * Removes API keys anywhere in a line, also in error messages, and the values of members that hold
 * credentials, at any depth (ASVS 16.2.5). pino's own `redact` works only for known paths.
 * @param line JSON
 */
export function withoutCredentials(line: string): string {
  const credentials =
    /sk_[0-9a-f]{64}|("(?:authorization|cookie|set-cookie|password|secret)":)(?:"(?:[^"\\]|\\.)*"|\[(?:[^\]"]|"(?:[^"\\]|\\.)*")*\]?)/gi;
  return line.replace(credentials, (_, member = '') =>
    member ? `${member}"[redacted]"` : 'sk_[redacted]',
  );
}
