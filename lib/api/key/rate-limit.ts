import type { ResponseHeaders } from '@/lib/api/exchange/http';
import type { VerifiedApiKey } from '@/lib/api-keys/secret/verify';
import { count } from '@/lib/limits/limiter';
import { observeLimit } from '@/lib/process/metrics';
import { countForWorkspace } from './workspace-limit';

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
 * Counts one request against a key's quota (docs/rules.md, rule 8), which may be its own, and against that
 * of all keys of its workspace: see {@link countForWorkspace}.
 */
export async function countAgainstLimit(apiKey: VerifiedApiKey): Promise<RateLimit> {
  const { id, requestsPerMinute: quota } = apiKey;
  // Counted as its plan has it: a window goes on when the key's own limit changes.
  const limit = {
    name: 'api-key',
    quota: apiKey.planRequestsPerMinute,
    windowSeconds: WINDOW_SECONDS,
  };
  const { used, resetAfter } = await count(limit, id);
  const wait = used > quota ? resetAfter : await countForWorkspace(apiKey, WINDOW_SECONDS);
  const exceeded = wait !== null;
  observeLimit('api_key', !exceeded);
  const remaining = exceeded ? 0 : quota - used;
  return { quota, remaining, resetAfter: wait ?? resetAfter, exceeded };
}

/**
 * Writes both families of rate-limit headers from one count: RateLimit and RateLimit-Policy of the
 * IETF draft, and the older X-RateLimit ones, whose reset is in epoch seconds.
 */
export function setRateLimitHeaders(headers: ResponseHeaders, limit: RateLimit): void {
  const { quota, remaining, resetAfter } = limit;
  headers.set('RateLimit-Policy', `"default";q=${quota};w=${WINDOW_SECONDS}`);
  headers.set('RateLimit', `"default";r=${remaining};t=${resetAfter}`);
  headers.set('X-RateLimit-Limit', String(quota));
  headers.set('X-RateLimit-Remaining', String(remaining));
  headers.set('X-RateLimit-Reset', String(Math.ceil(Date.now() / 1000) + resetAfter));
}
