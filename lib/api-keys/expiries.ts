/** The days after which a new key can expire; the default is never. */
export const EXPIRIES = [7, 30, 90, 365] as const;
