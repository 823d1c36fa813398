import pino from 'pino';
import { env } from './env';

/** JSON lines on standard output, times in UTC. Credentials are cut out wherever they turn up. */
export const log = pino({
  level: env.LOG_LEVEL,
  timestamp: pino.stdTimeFunctions.isoTime,
  base: null,
  redact: {
    paths: [
      'authorization',
      'cookie',
      'password',
      'secret',
      '*.authorization',
      '*.cookie',
      '*.password',
      '*.secret',
    ],
    censor: '[redacted]',
  },
});
