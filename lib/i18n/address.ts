import { isLocale, type Locale } from './locale';

/** The parameter for a language, so that search engines find one address per language. */
const PARAMETER = 'lang';

/**
 * @param address path and query, such as `/plans?lang=es`
 * @returns the language it asks for, or null
 */
export function localeIn(address: string | null): Locale | null {
  const asked = searchOf(address ?? '').get(PARAMETER);
  return isLocale(asked) ? asked : null;
}

/** The same address without its language, so that it does not override what the reader picks. */
export function withoutLocale(address: string): string {
  const parameters = searchOf(address);
  parameters.delete(PARAMETER);
  return parameters.size > 0 ? `${sitePathOf(address)}?${parameters}` : sitePathOf(address);
}

/** The address of a page in one language. */
export function inLocale(path: string, locale: Locale): string {
  return `${path}?${PARAMETER}=${locale}`;
}

/** @returns the path of an address, always on this site: `//elsewhere.example` gets one slash */
export function sitePathOf(address: string): string {
  return `/${(address.split('?', 1)[0] ?? '').replace(/^[/\\]+/, '')}`;
}

function searchOf(address: string): URLSearchParams {
  const [, ...query] = address.split('?');
  return new URLSearchParams(query.join('?'));
}
