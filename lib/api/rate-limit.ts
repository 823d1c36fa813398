import { count } from '@/lib/limits/limiter';
import { observeLimit } from '@/lib/process/metrics';

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

/**
 * Counts one request against a key's quota (docs/rules.md, rule 8).
 * @param quota requests per minute of the workspace's plan
 */
export async function countAgainstLimit(apiKeyId: string, quota: number): Promise<RateLimit> {
  const limit = { name: 'api-key', quota, windowSeconds: WINDOW_SECONDS };
  const { used, resetAfter } = await count(limit, apiKeyId);
  const exceeded = used > quota;
  observeLimit('api_key', !exceeded);
  return { quota, remaining: Math.max(0, quota - used), resetAfter, exceeded };
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
