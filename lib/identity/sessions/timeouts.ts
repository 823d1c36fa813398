const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** A session ends 30 days after sign-in, or after 7 days without a request (ASVS 7.3). */
export const ABSOLUTE_TIMEOUT_MS = 30 * DAY_MS;
const IDLE_TIMEOUT_MS = 7 * DAY_MS;

/** A session's `lastSeenAt` is written again only when it is older than this. */
export const TOUCH_EVERY_MS = 5 * MINUTE_MS;

/** In a `where`: the sessions that have not timed out. */
export const liveAt = (now: Date) => ({
  expiresAt: { gt: now },
  lastSeenAt: { gt: new Date(now.getTime() - IDLE_TIMEOUT_MS) },
});
