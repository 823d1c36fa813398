/** Hebrew, Arabic and their relatives, which are read from right to left. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

const ISOLATE = '\u2068';
const END = '\u2069';

/**
 * Values for a message. Names that are read from right to left are isolated (Unicode Standard
 * Annex 9): they leave the sentence's other words and its punctuation in place. Other names stay as
 * they are, so that nothing unseen is copied with them.
 */
export function isolated<Values extends Record<string, unknown>>(values: Values): Values {
  const entries = Object.entries(values).map(([name, value]) => [name, isolate(value)]);
  return Object.fromEntries(entries);
}

function isolate(value: unknown): unknown {
  const isReversed = typeof value === 'string' && RIGHT_TO_LEFT.test(value);
  return isReversed ? `${ISOLATE}${value}${END}` : value;
}
