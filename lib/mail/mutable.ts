/**
 * The kinds of mail that a person can do without: they tell of keys whose pages say the same. All others
 * open an account, were asked for, or tell of what may be somebody else's doing.
 */
export const MUTABLE = [
  'keyCreated',
  'keyRotated',
  'keyExpires',
  'keyStillTried',
  'keySomewhereNew',
] as const;

export type Mutable = (typeof MUTABLE)[number];

export const isMutable = (kind: string): kind is Mutable => MUTABLE.some((one) => one === kind);
