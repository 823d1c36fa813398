import { RateLimiterMemory, RateLimiterRedis, type RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '@/lib/errors';
import { oncePerProcess } from '@/lib/process/once-per-process';
import { redis } from './redis';

/** Allows `quota` events per window. A window begins with its first event. */
export type Limit = { name: string; quota: number; windowSeconds: number };

/** The state of one window after an event was counted. */
export type LimitWindow = {
  /** events counted in this window; may exceed the quota */
  used: number;
  /** seconds until the window ends, at least 1 */
  resetAfter: number;
};

type Limiter = RateLimiterMemory | RateLimiterRedis;

declare global {
  interface ZendrhaxProcess {
    limiters: Map<string, Limiter>;
  }
}

const limiters = oncePerProcess('limiters', () => new Map<string, Limiter>());

/**
 * Counts in Redis, so that all instances share the windows. Without Redis, or while it does not
 * answer, it counts in this process's memory.
 */
function limiterFor({ name, quota, windowSeconds }: Limit): Limiter {
  const key = `${name} ${quota}`;
  let limiter = limiters.get(key);
  if (!limiter) {
    const options = { keyPrefix: `zendrhax:${name}`, points: quota, duration: windowSeconds };
    const memory = new RateLimiterMemory(options);
    const storeClient = redis();
    limiter = storeClient
      ? new RateLimiterRedis({
          ...options,
          storeClient,
          insuranceLimiter: memory,
          rejectIfRedisNotReady: true,
        })
      : memory;
    limiters.set(key, limiter);
  }
  return limiter;
}

/**
 * Counts one event, or several that are one step.
 * @param subject whose window
 */
export async function count(limit: Limit, subject: string, events = 1): Promise<LimitWindow> {
  try {
    return toWindow(await limiterFor(limit).consume(subject, events));
  } catch (thrown) {
    // An outage is an Error; a used-up quota is a RateLimiterRes. `instanceof RateLimiterRes` would
    // not work: each bundle has its own copy of the class.
    if (thrown instanceof Error) throw thrown;
    return toWindow(thrown as RateLimiterRes);
  }
}

/**
 * Counts one event, or several that are one step, and refuses them if the quota has no room for all.
 * @throws AppError `rate_limited` with the seconds until the window ends
 */
export async function countOrRefuse(limit: Limit, subject: string, events = 1): Promise<void> {
  const { used, resetAfter } = await count(limit, subject, events);
  if (used > limit.quota) throw new AppError('rate_limited', { retryAfter: resetAfter });
}

/** Takes back what {@link count} counted for one event. */
export async function uncount(limit: Limit, subject: string): Promise<void> {
  await limiterFor(limit).reward(subject);
}

/** Ends a window early. */
export async function forget(limit: Limit, subject: string): Promise<void> {
  await limiterFor(limit).delete(subject);
}

function toWindow({ consumedPoints, msBeforeNext }: RateLimiterRes): LimitWindow {
  return { used: consumedPoints, resetAfter: Math.max(1, Math.ceil(msBeforeNext / 1000)) };
}
