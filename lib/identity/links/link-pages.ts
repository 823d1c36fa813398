/** The pages that mailed links lead to. */
export const LINK_PAGES = [
  '/register/confirm',
  '/reset-password',
  '/invitation',
  '/team-address',
] as const;

export type LinkPage = (typeof LINK_PAGES)[number];

/** A `#` that a mail program has escaped, and a program behind it once more. */
const ESCAPED_HASH = /^%(?:25){0,3}23/;

/**
 * A mailed link whose `#` came escaped: its code is in the path, which servers and proxies log.
 * @param path of a request, as it was sent
 * @returns the path and fragment that were mailed, or null where the path is no such link
 */
export function linkInPath(path: string): string | null {
  const page = LINK_PAGES.find((one) => path.startsWith(`${one}%`));
  if (!page) return null;
  const rest = path.slice(page.length);
  return ESCAPED_HASH.test(rest) ? page + rest.replace(ESCAPED_HASH, '#') : null;
}
