import { SHUT_STATES } from '@/lib/api-keys/model/state';
import type { ProblemMembers } from './problem-type';

export const REALM = 'Bearer realm="zendrhax"';
const INVALID_KEY = 'The API key is invalid or has been revoked.';

/** An answer does not say what is wrong with the key. The OpenAPI document says what may be. */
export const invalidKey = {
  detail: INVALID_KEY,
  described: `The API key is malformed, unknown, ${new Intl.ListFormat('en', { type: 'disjunction' }).format(SHUT_STATES)}.`,
  headers: () => ({
    'WWW-Authenticate': `${REALM}, error="invalid_token", error_description="${INVALID_KEY}"`,
  }),
};

/** What every code says after which it is worth trying again. */
export const retry = {
  detail: ({ retryAfter }: { retryAfter: number }): string =>
    `Retry in ${retryAfter} ${retryAfter === 1 ? 'second' : 'seconds'}.`,
  members: ({ retryAfter }: { retryAfter: number }): ProblemMembers => ({
    retry_after: retryAfter,
  }),
  headers: ({ retryAfter }: { retryAfter: number }) => ({ 'Retry-After': String(retryAfter) }),
};
