import { once } from 'node:events';
import { Redis } from 'ioredis';
import { env } from '@/lib/env';
import { log } from '@/lib/process/log';
import { oncePerProcess } from '@/lib/process/once-per-process';

const ANSWER_WITHIN_MS = 300;

function connect(url: string): Redis {
  const redis = new Redis(url, {
    // While Redis is away, commands fail at once and the limiter counts in memory.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    connectTimeout: 2_000,
    // A connection that hangs is closed, so that nobody waits for it.
    socketTimeout: ANSWER_WITHIN_MS,
    enableAutoPipelining: true,
    retryStrategy: (attempt) => Math.min(attempt * 200, 2_000),
  });
  let isAway = false;
  redis.on('error', ({ message }) => {
    if (isAway) return;
    isAway = true;
    // Only the message: the error object of a failed Redis login has the password in it.
    log.warn({ reason: message }, 'Redis does not answer: each instance counts limits for itself');
  });
  redis.on('ready', () => {
    if (isAway) log.info('Redis answers again: limits are shared');
    isAway = false;
  });
  return redis;
}

declare global {
  interface ZendrhaxProcess {
    redis: Redis | null;
  }
}

/** The connection to Redis, or null when none is configured. The first call opens it. */
export function redis(): Redis | null {
  return oncePerProcess('redis', () => (env.REDIS_URL ? connect(env.REDIS_URL) : null));
}

/**
 * Connects before the first request, which would otherwise be counted in memory. Redis may be away.
 */
export async function openRedis(): Promise<void> {
  const client = redis();
  if (!client || client.status === 'ready') return;
  await Promise.race([once(client, 'ready'), once(client, 'close')]).catch(() => {});
}
