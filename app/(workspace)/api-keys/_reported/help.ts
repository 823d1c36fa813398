/** What to do about a key that leaked. */
export const LEAK_HELP = '/help/keeping-keys-safe#if-a-key-has-leaked';
