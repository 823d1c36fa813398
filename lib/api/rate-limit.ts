import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

const WINDOW_SECONDS = 60;

/** The state of one key's window after this request was counted. */
export type RateLimit = {
  /** requests per window */
  quota: number;
  /** requests left in this window, never negative */
  remaining: number;
  /** seconds until the window ends, at least 1 */
  resetAfter: number;
  exceeded: boolean;
};

// Pages and routes are bundled apart; a key has one window however many routes it calls.
const shared = globalThis as typeof globalThis & {
  zendrhaxLimiters?: Map<number, RateLimiterMemory>;
};
shared.zendrhaxLimiters ??= new Map();
const limiters = shared.zendrhaxLimiters;

function limiterFor(quota: number): RateLimiterMemory {
  let limiter = limiters.get(quota);
  if (!limiter) {
    limiter = new RateLimiterMemory({ points: quota, duration: WINDOW_SECONDS });
    limiters.set(quota, limiter);
  }
  return limiter;
}

/**
 * Counts one request against a key's quota (design.md rule 8).
 * @param quota requests per minute of the workspace's plan
 */
export async function countAgainstLimit(apiKeyId: string, quota: number): Promise<RateLimit> {
  try {
    return toRateLimit(quota, await limiterFor(quota).consume(apiKeyId), false);
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return toRateLimit(quota, refusal, true);
    throw refusal;
  }
}

function toRateLimit(quota: number, state: RateLimiterRes, exceeded: boolean): RateLimit {
  const resetAfter = Math.max(1, Math.ceil(state.msBeforeNext / 1000));
  return { quota, remaining: Math.max(0, state.remainingPoints), resetAfter, exceeded };
}

/**
 * Writes both families of rate-limit headers from one count: RateLimit and RateLimit-Policy of the
 * IETF draft, and the older X-RateLimit ones, whose reset is in epoch seconds.
 */
export function setRateLimitHeaders(headers: Headers, limit: RateLimit): void {
  const { quota, remaining, resetAfter } = limit;
  headers.set('RateLimit-Policy', `"default";q=${quota};w=${WINDOW_SECONDS}`);
  headers.set('RateLimit', `"default";r=${remaining};t=${resetAfter}`);
  headers.set('X-RateLimit-Limit', String(quota));
  headers.set('X-RateLimit-Remaining', String(remaining));
  headers.set('X-RateLimit-Reset', String(Math.ceil(Date.now() / 1000) + resetAfter));
}
