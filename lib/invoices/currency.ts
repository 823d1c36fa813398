import { data } from 'currency-codes';

// ISO 4217 also lists metals and test codes; what no locale can write is no currency to bill.
const writable = new Set(Intl.supportedValuesOf('currency'));
const decimals = new Map(
  data.filter(({ code }) => writable.has(code)).map(({ code, digits }) => [code, digits] as const),
);

/** ISO 4217 codes that an invoice may be in. */
export const CURRENCIES = [...decimals.keys()];

/**
 * @param currency one of {@link CURRENCIES}
 * @returns how many decimals its amounts have by ISO 4217: JPY 0, EUR 2, KWD 3. Intl knows better
 *   how people write some of them (IDR, HUF), and so may not be asked what a minor unit is.
 */
export function decimalsOf(currency: string): number {
  return decimals.get(currency) ?? 2;
}
