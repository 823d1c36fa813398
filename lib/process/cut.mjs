import { withoutCredentials } from './redaction.mjs';

const MAX_CHARACTERS = 4_096;

/**
 * As much of a text as a line of the log has room for: what a caller sends may be of any length
 * (ASVS 16.4.1).
 * @template Value
 * @param {Value} value what is no text stays as it is
 * @returns {Value | string}
 */
export function cut(value) {
  if (typeof value !== 'string' || value.length <= MAX_CHARACTERS) return value;
  // Credentials first: half of one would not be recognized.
  return `${withoutCredentials(value).slice(0, MAX_CHARACTERS)}… (${value.length - MAX_CHARACTERS} more)`;
}
