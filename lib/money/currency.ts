import { data } from 'currency-codes';

/** What ISO 4217 lists and nobody pays with: funds, units of account, metals, test codes. */
const NO_MONEY =
  'BOV CHE CHW CLF COU MXV USN UYI UYW XAG XAU XBA XBB XBC XBD XPD XPT XSU XTS XUA XXX'.split(' ');

/** What has ended and begun since the list of the package, up to the day of {@link IN_FORCE_ON}. */
const ENDED = ['ANG', 'BGN', 'CUC'];
const BEGUN = [{ code: 'XCG', digits: 2 }];

/** The day whose currencies are taken: look at the list of ISO 4217 again when it is changed. */
export const IN_FORCE_ON = '2026-01-01';

// Not asked from Intl, of which each version of Node.js knows others.
const decimals = new Map(
  [...data, ...BEGUN]
    .filter(({ code }) => ![...NO_MONEY, ...ENDED].includes(code))
    .map(({ code, digits }) => [code, digits] as const),
);

/** ISO 4217 codes that an invoice may be in, in order. */
export const CURRENCIES = [...decimals.keys()].sort();

/**
 * @param currency one of {@link CURRENCIES}, or one that has ended
 * @returns how many decimals ISO 4217 gives its amounts: JPY 0, EUR 2, KWD 3. Not asked from Intl,
 *   which follows how people write amounts and differs for some currencies (IDR, HUF).
 */
export function decimalsOf(currency: string): number {
  return decimals.get(currency) ?? 2;
}
