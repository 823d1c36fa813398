/** Days until a new key expires that its maker may choose from; the default is never. */
export const EXPIRIES = [7, 30, 90, 365] as const;
