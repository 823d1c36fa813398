const NAMES = 'authorization|cookie|set-cookie|password|secret';

/** A string of JSON within a string of JSON: its quotes and backslashes are escaped. */
const QUOTED = String.raw`\\"(?:[^"\\]|\\\\(?:\\.|[^"\\])|\\[^"\\])*`;

/**
 * As JSON, as JSON within a string of JSON, and as Node prints objects. What a value ends with may be
 * missing: a text that was cut off is redacted to its end, and read once rather than from each name again.
 */
const CREDENTIALS = new RegExp(
  [
    'sk_[0-9a-f]{64}',
    String.raw`("(?:${NAMES})":\s*)(?:"(?:[^"\\]|\\.)*"?|\[(?:[^\]"]|"(?:[^"\\]|\\.)*")*\]?)`,
    String.raw`(\\"(?:${NAMES})\\":\s*)(?:${QUOTED}(?:\\")?|\[(?:[^\]\\"]|\\.)*\]?)`,
    String.raw`(\b(?:${NAMES})['"]?: )(?:'(?:[^'\\"]|\\.)*'?|${QUOTED}(?:\\")?|\[(?:[^\]\\"]|\\.)*\]?)`,
  ].join('|'),
  'gi',
);

/**
 * Removes API keys anywhere in a text, and the values of members that hold credentials, at any depth
 * (ASVS 16.2.5). pino's own `redact` works only for known paths.
 * @param {string} text a line of JSON, which stays one, or any other text
 * @returns {string}
 */
export function withoutCredentials(text) {
  return text.replace(CREDENTIALS, (found, json, inner, printed) => {
    if (json) return `${json}"[redacted]"`;
    if (inner) return `${inner}\\"[redacted]\\"`;
    return printed ? `${printed}[redacted]` : `${found.slice(0, 3)}[redacted]`;
  });
}
