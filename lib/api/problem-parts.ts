import type { ProblemMembers } from './problem-type';

export const REALM = 'Bearer realm="zendrhax"';
export const INVALID_KEY = 'The API key is invalid or has been revoked.';

/** What every code says after which it is worth trying again. */
export const retry = {
  detail: ({ retryAfter }: { retryAfter: number }): string =>
    `Retry in ${retryAfter} ${retryAfter === 1 ? 'second' : 'seconds'}.`,
  members: ({ retryAfter }: { retryAfter: number }): ProblemMembers => ({
    retry_after: retryAfter,
  }),
  headers: ({ retryAfter }: { retryAfter: number }) => ({ 'Retry-After': String(retryAfter) }),
};
