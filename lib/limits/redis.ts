import { once } from 'node:events';
import { Redis } from 'ioredis';
import { env } from '@/lib/env';
import { log } from '@/lib/process/log';
import { oncePerProcess } from '@/lib/process/once-per-process';

const ANSWER_WITHIN_MS = 300;

/** Answers of a Redis that takes no writes: a replica, full, loading, or unable to save. */
const REFUSES_WRITES = /\b(READONLY|OOM|LOADING|MISCONF|MASTERDOWN|NOREPLICAS|CLUSTERDOWN)\b/;
const RETRY_REFUSED_MS = 1_000;

function connect(url: string): Redis {
  let isAway = false;
  let isRefused = false;
  function goAway(reason: string): void {
    // Only the message: the error object of a failed Redis login has the password in it.
    if (!isAway) log.warn({ reason }, 'Redis is away: each instance counts limits for itself');
    isAway = true;
  }
  const redis = new Redis(url, {
    // While Redis is away, commands fail at once and the limiter counts in memory.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    connectTimeout: 2_000,
    // A connection that hangs is closed, so that nobody waits for it.
    socketTimeout: ANSWER_WITHIN_MS,
    enableAutoPipelining: true,
    retryStrategy: (attempt) => (isRefused ? RETRY_REFUSED_MS : Math.min(attempt * 200, 2_000)),
    // A server that became a replica stays one: its name may lead to another one by now.
    reconnectOnError: ({ message }) => {
      isRefused = REFUSES_WRITES.test(message);
      if (isRefused) goAway(message);
      return isRefused;
    },
  });
  redis.on('error', ({ message }) => goAway(message));
  redis.on('ready', async () => {
    if (!isAway || !(await takesWrites(redis))) return;
    log.info('Redis answers again: limits are shared');
    isAway = false;
    isRefused = false;
  });
  return redis;
}

async function takesWrites(redis: Redis): Promise<boolean> {
  return redis.set('zendrhax:written', '', 'PX', 1_000).then(
    () => true,
    () => false,
  );
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
