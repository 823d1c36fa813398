/** The days after which a new key can expire; the default is never. */
export const EXPIRIES = [7, 30, 90, 365] as const;

/** For how many minutes a key can be paused; besides, until it is resumed. */
export const PAUSES = [15, 60, 1_440] as const;
