import pino from 'pino';
import { env } from './env';

/**
 * JSON lines on standard output, times in UTC. pino escapes line breaks, so that one event is one
 * line, whatever a name or a header contains (ASVS 16.4.1).
 */
export const log = pino({
  level: env.LOG_LEVEL,
  timestamp: pino.stdTimeFunctions.isoTime,
  base: null,
  hooks: { streamWrite: withoutCredentials },
});

const CREDENTIALS =
  /sk_[0-9a-f]{64}|("(?:authorization|cookie|set-cookie|password|secret)":)(?:"(?:[^"\\]|\\.)*"|\[[^\]]*\])/gi;

/**
 * Cuts out keys wherever they stand, in the message of an error too, and the values of members that
 * hold credentials, however deep (ASVS 16.2.5). pino's own `redact` knows paths alone.
 * @param line JSON
 */
export function withoutCredentials(line: string): string {
  return line.replace(CREDENTIALS, (_, member = '') =>
    member ? `${member}"[redacted]"` : 'sk_[redacted]',
  );
}
