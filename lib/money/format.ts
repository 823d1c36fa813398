import { decimalsOf } from './currency';

/**
 * Formats an amount for people in their language.
 * @param minorUnits integer, for example cents
 * @param currency ISO 4217 code; it decides how many decimals there are (JPY 0, EUR 2, KWD 3)
 */
export function formatMoney(minorUnits: number, currency: string, locale: string): string {
  const decimals = decimalsOf(currency);
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return format.format(minorUnits / 10 ** decimals);
}
