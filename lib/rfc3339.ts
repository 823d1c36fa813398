const TIME =
  /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/;

/**
 * Reads a time by the grammar of RFC 3339 section 5.6: `t` and `z` may be small, and a leap second,
 * where one can be, is read as the second after it.
 * @returns milliseconds since 1970, without what is finer; null for what is no time
 */
export function momentOf(text: string): number | null {
  const found = TIME.exec(text);
  if (!found) return null;
  const [, year, month, day, hour, minute, second] = found.map(Number) as number[];
  const [, , , , , , , fraction = '', sign, offsetHour = '0', offsetMinute = '0'] = found;
  const at = new Date(0);
  at.setUTCFullYear(year as number, (month as number) - 1, day);
  const isDay = at.getUTCMonth() + 1 === month && at.getUTCDate() === day;
  const isOffset = Number(offsetHour) < 24 && Number(offsetMinute) < 60;
  if (!isDay || !isOffset || Number(hour) > 23 || Number(minute) > 59) return null;
  const offset = (Number(offsetHour) * 60 + Number(offsetMinute)) * (sign === '-' ? -1 : 1);
  at.setUTCHours(Number(hour), Number(minute) - offset);
  const isLastMinute = at.getUTCHours() === 23 && at.getUTCMinutes() === 59;
  if (Number(second) > (isLastMinute ? 60 : 59)) return null;
  return at.getTime() + Number(second) * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3));
}
