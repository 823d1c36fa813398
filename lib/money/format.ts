import { decimalsOf } from './currency';

/**
 * Formats an amount for people in their language.
 * @param minorUnits integer of any size, for example cents
 * @param currency ISO 4217 code; it decides how many decimals there are (JPY 0, EUR 2, KWD 3)
 */
export function formatMoney(minorUnits: number | bigint, currency: string, locale: string): string {
  const decimals = decimalsOf(currency);
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return format.format(inUnits(BigInt(minorUnits), decimals));
}

/** The amount in decimal notation, which Intl writes exactly; a number has no room for all cents. */
function inUnits(minorUnits: bigint, decimals: number): Intl.StringNumericLiteral {
  const sign = minorUnits < 0n ? '-' : '';
  const digits = String(minorUnits)
    .replace('-', '')
    .padStart(decimals + 1, '0');
  const end = digits.length - decimals;
  return `${sign}${digits.slice(0, end)}.${digits.slice(end)}` as Intl.StringNumericLiteral;
}
