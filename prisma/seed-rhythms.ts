import { hash } from 'node:crypto';

/** An hour of UTC: its day since 1970, its weekday (Monday is 1), itself, and chance from 0 to 1. */
export type Hour = { day: number; weekday: number; hour: number; daysAgo: number; chance: number };

/** How much of its usual traffic a key has in an hour. */
type Rhythm = (at: Hour) => number;

/** A hill of height 1 around an hour of the day. */
const around = (peak: number, width: number, hour: number) => {
  const apart = Math.min(Math.abs(hour - peak), 24 - Math.abs(hour - peak));
  return Math.exp(-((apart / width) ** 2));
};

const isWeekend = ({ weekday }: Hour) => weekday > 5;
const isBetween = (from: number, to: number, hour: number) => hour >= from && hour < to;

const inShifts: Rhythm = ({ weekday, hour }) =>
  (0.7 + around(9, 2.5, hour) * 0.7 + around(17, 2.5, hour) * 0.5) * (weekday === 7 ? 0.7 : 1);

/** What uses a key, by what its requests look like over a day and a month. */
export const RHYTHMS = {
  /** people who buy at noon and in the evening, more on weekends, and on the days of a sale */
  shop: (at) => {
    const busy = 0.15 + around(12, 2.5, at.hour) * 0.8 + around(20, 3, at.hour) * 1.2;
    return busy * (isWeekend(at) ? 1.5 : 1) * (at.day % 9 === 4 ? 2.2 : 1);
  },
  /** a program that asks again and again, and was down some nights */
  steady: ({ day, hour }) => (day % 11 === 3 && isBetween(1, 5, hour) ? 0 : 1),
  /** what other tools set off: nothing for hours, then a lot */
  bursts: ({ chance }) => (chance > 0.84 ? chance * 7 : chance > 0.6 ? 0.4 : 0),
  /** screens in an office, twice as many since twelve days */
  screens: (at) => {
    if (isWeekend(at)) return at.chance > 0.75 ? 0.2 : 0;
    const isOpen = isBetween(7, 19, at.hour) && at.hour !== 13;
    return (isOpen ? 1 : at.hour === 13 ? 0.6 : 0.03) * (at.daysAgo < 12 ? 2 : 1);
  },
  /** a job at two in the morning, with more to do every day */
  nightly: ({ hour, daysAgo }) => (hour === 2 ? 100 - 1.6 * daysAgo : 0),
  /** letters that go out in the morning, most of them on Monday */
  mornings: (at) => {
    const share = at.hour === 7 ? 1 : at.hour === 8 ? 0.4 : 0;
    return share * (at.weekday === 1 ? 14 : isWeekend(at) ? 2 : 5);
  },
  /** two shifts, a quiet night, and less on Sunday */
  shifts: inShifts,
  /** the same, while the programs change to another key */
  leaving: (at) => inShifts(at) * (at.daysAgo < 0.25 ? 0.3 : 1),
  /** a deployment and its tests, on some days */
  deployments: (at) => {
    const start = 9 + (at.day % 7);
    const isDay = !isWeekend(at) && at.day % 5 !== 2;
    return isDay && isBetween(start, start + 2, at.hour) ? 14 + 20 * at.chance : 0;
  },
  /** somebody at a desk, on two afternoons of a week */
  afternoons: ({ weekday, hour, chance }) =>
    (weekday === 2 || weekday === 4) && isBetween(13, 17, hour) ? 4 + chance * 12 : 0,
  /** a large system that hands over what it has every four hours of a workday */
  batches: (at) => (at.hour % 4 === 1 && !isWeekend(at) ? 5 : 0.5),
} satisfies Record<string, Rhythm>;

/**
 * The requests of each hour, oldest first; the same numbers whenever it is asked for.
 * @param usual requests in a usual hour
 * @param of what tells two series of one rhythm apart
 * @param from the start of the first hour
 * @param now within the last hour, of which so much is counted as has passed
 */
export function seriesOf(
  rhythm: keyof typeof RHYTHMS,
  usual: number,
  of: string,
  { from, now }: { from: Date; now: Date },
): { hour: Date; requests: number }[] {
  const first = Math.ceil(from.getTime() / HOUR_MS);
  const last = Math.floor(now.getTime() / HOUR_MS);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const hours = first + index;
    const hour = new Date(hours * HOUR_MS);
    const at = {
      day: Math.floor(hours / 24),
      weekday: hour.getUTCDay() || 7,
      hour: hours % 24,
      daysAgo: (last - hours) / 24,
      chance: chanceOf(`${of} ${hours}`),
    };
    const passed = hours === last ? (now.getTime() - hour.getTime()) / HOUR_MS : 1;
    const varied = 0.85 + 0.3 * chanceOf(`${hours} ${of}`);
    return { hour, requests: Math.round(usual * RHYTHMS[rhythm](at) * varied * passed) };
  });
}

const HOUR_MS = 3_600_000;

/** A number from 0 to 1 that looks like chance and is not. */
export const chanceOf = (of: string): number =>
  hash('sha256', of, 'buffer').readUInt32BE() / 2 ** 32;
