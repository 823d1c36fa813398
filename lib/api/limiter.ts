import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { redis } from '@/lib/redis';

/** All limits count requests per minute. */
export const WINDOW_SECONDS = 60;

/** The state of one window after a request was counted or looked at. */
export type Window = {
  /** requests counted in this window */
  used: number;
  /** seconds until the window ends, at least 1 */
  resetAfter: number;
};

type Limiter = RateLimiterMemory | RateLimiterRedis;

// Pages and routes are bundled apart; there is one window however many routes count into it.
const shared = globalThis as typeof globalThis & { zendrhaxLimiters?: Map<string, Limiter> };
shared.zendrhaxLimiters ??= new Map();
const limiters = shared.zendrhaxLimiters;

/**
 * Counts into windows of one minute: in Redis when it is configured and answers, so that all
 * instances share them, in this process's memory otherwise.
 */
function limiterFor(name: string, points: number): Limiter {
  const key = `${name} ${points}`;
  let limiter = limiters.get(key);
  if (!limiter) {
    const options = { keyPrefix: `zendrhax:${name}`, points, duration: WINDOW_SECONDS };
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
 * Counts one request.
 * @param name of the limit
 * @param quota requests per window; `used` may exceed it
 * @param subject whose window
 */
export async function count(name: string, quota: number, subject: string): Promise<Window> {
  try {
    return toWindow(await limiterFor(name, quota).consume(subject));
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return toWindow(refusal);
    throw refusal;
  }
}

/** Looks at a window without counting, null when there is none. */
export async function look(name: string, quota: number, subject: string): Promise<Window | null> {
  const state = await limiterFor(name, quota).get(subject);
  return state && toWindow(state);
}

function toWindow({ consumedPoints, msBeforeNext }: RateLimiterRes): Window {
  return { used: consumedPoints, resetAfter: Math.max(1, Math.ceil(msBeforeNext / 1000)) };
}
