const DAY_MS = 86_400_000;

/** The days after which a new key can expire; the default is never. */
export const EXPIRIES = [7, 30, 90, 365] as const;

/** @param days null means never */
export const expiryIn = (days: number | null, now: Date): Date | null =>
  days === null ? null : new Date(now.getTime() + days * DAY_MS);

/** For how many minutes a key can be paused; besides, until it is resumed. */
export const PAUSES = [15, 60, 1_440] as const;
