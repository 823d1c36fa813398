import { data } from 'currency-codes';

// ISO 4217 also lists metals and test codes. Only codes that Intl can write are billable.
const writable = new Set(Intl.supportedValuesOf('currency'));
const decimals = new Map(
  data.filter(({ code }) => writable.has(code)).map(({ code, digits }) => [code, digits] as const),
);

/** ISO 4217 codes that an invoice may be in. */
export const CURRENCIES = [...decimals.keys()];

/**
 * @param currency one of {@link CURRENCIES}
 * @returns how many decimals ISO 4217 gives its amounts: JPY 0, EUR 2, KWD 3. Not asked from Intl,
 *   which follows how people write amounts and differs for some currencies (IDR, HUF).
 */
export function decimalsOf(currency: string): number {
  return decimals.get(currency) ?? 2;
}
