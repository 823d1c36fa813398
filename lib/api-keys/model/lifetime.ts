/** How long keys live, as pages and verbs reckon it: a browser loads this. */

const DAY_MS = 86_400_000;

/** So many days from now. */
export const inDays = (days: number, now: Date): Date => new Date(now.getTime() + days * DAY_MS);

/** How long a key may live that is created at a time, by the policy of its workspace; null for ever. */
export const longestLife = (maxKeyDays: number | null, createdAt: Date): Date | null =>
  maxKeyDays === null ? null : inDays(maxKeyDays, createdAt);

/** Whether a key lives longer than its workspace has keys live. */
export const livesTooLong = (expiresAt: Date | null, longest: Date | null): boolean =>
  longest !== null && (expiresAt === null || expiresAt > longest);
