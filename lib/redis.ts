import { Redis } from 'ioredis';
import { env } from './env';
import { log } from './log';

const ANSWER_WITHIN_MS = 500;

function connect(url: string): Redis {
  const redis = new Redis(url, {
    // Whoever asks while it is away gets an error at once and uses its own memory.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    connectTimeout: 2_000,
    // A connection that hangs is dropped, and no other is used before Redis has answered on it: so
    // the requests of that half second wait, and those after it do not.
    socketTimeout: ANSWER_WITHIN_MS,
    commandTimeout: ANSWER_WITHIN_MS,
    enableAutoPipelining: true,
    retryStrategy: (attempt) => Math.min(attempt * 200, 2_000),
  });
  let isAway = false;
  redis.on('error', ({ message }) => {
    if (isAway) return;
    isAway = true;
    // Not the error itself: one about signing in to Redis has the password in it.
    log.warn({ reason: message }, 'Redis does not answer: each instance counts limits for itself');
  });
  redis.on('ready', () => {
    isAway = false;
    log.info('Redis answers: limits are shared');
  });
  return redis;
}

// Pages and routes are bundled apart; one connection serves them all.
const shared = globalThis as typeof globalThis & { zendrhaxRedis?: Redis | null };

/** The connection to Redis, or null when none is configured. Opened with the first call. */
export function redis(): Redis | null {
  if (shared.zendrhaxRedis === undefined) {
    shared.zendrhaxRedis = env.REDIS_URL ? connect(env.REDIS_URL) : null;
  }
  return shared.zendrhaxRedis;
}
