/** For how many minutes a key can be paused; besides, until it is resumed. */
export const PAUSES = [15, 60, 1_440] as const;
