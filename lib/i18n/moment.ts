import type { createFormatter } from 'next-intl';

type Formatter = Pick<ReturnType<typeof createFormatter>, 'dateTime'>;

const DATE = { month: 'short', day: 'numeric' } as const;
const YEAR = { year: 'numeric' } as const;
const HOUR = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const CLOCK = { ...HOUR, timeZoneName: 'short' } as const;
const SECONDS = { second: '2-digit' } as const;

/** Every form in which people are told a time. Where it has an hour, it names its zone. */
export const FORMS = {
  /** `Nov 30, 2026` */
  day: { ...YEAR, ...DATE },
  /** `Nov 30, 2026, 14:05 GMT+1` */
  minute: { ...YEAR, ...DATE, ...CLOCK },
  /** `Nov 30, 2026, 14:05:12 GMT+1` */
  second: { ...YEAR, ...DATE, ...CLOCK, ...SECONDS },
  /** `Nov 30, 14:05 GMT+1`: of the next or the last few days */
  near: { ...DATE, ...CLOCK },
  /** `Nov 30, 14:05:12 GMT+1` */
  nearSecond: { ...DATE, ...CLOCK, ...SECONDS },
  /** `14:05 GMT+1`: of today */
  clock: CLOCK,
  /** `14:05`, and `Nov 30`: of a chart, which names the zone once */
  hour: HOUR,
  date: DATE,
} as const;

export type Form = keyof typeof FORMS;

/**
 * A time as it is told to people, on pages and in mails.
 * @param format that of the reader's language
 * @param timeZone one that this Node.js knows
 */
export function momentIn(format: Formatter, timeZone: string, at: Date, form: Form): string {
  return format.dateTime(at, { ...FORMS[form], timeZone });
}

/**
 * The same with UTC at hand, by which programs, exports and logs go: `Nov 30, 2026, 14:05 GMT+1 (13:05
 * UTC)`. The date of UTC stands there where it is another.
 */
export function withUtc(format: Formatter, timeZone: string, at: Date, form: Form): string {
  const told = momentIn(format, timeZone, at, form);
  if (told === momentIn(format, 'UTC', at, form)) return told;
  const dateOf = (zone: string) => momentIn(format, zone, at, 'date');
  const seconds = 'second' in FORMS[form] && SECONDS;
  const day = dateOf(timeZone) !== dateOf('UTC') && DATE;
  const utc = format.dateTime(at, { ...day, ...CLOCK, ...seconds, timeZone: 'UTC' });
  return `${told} (${utc})`;
}
