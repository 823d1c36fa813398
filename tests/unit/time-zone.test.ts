import { describe, expect, test } from 'vitest';
import { dayIn, knownZone, TIME_ZONES } from '@/lib/time-zone';

const LATE = new Date('2026-03-31T23:30:00Z');
const EARLY = new Date('2026-04-01T00:30:00Z');

describe('the day in a time zone', () => {
  test.each([
    ['UTC', '2026-03-31', '2026-04-01'],
    ['Pacific/Auckland', '2026-04-01', '2026-04-01'],
    ['America/New_York', '2026-03-31', '2026-03-31'],
    ['Asia/Kathmandu', '2026-04-01', '2026-04-01'],
    ['Pacific/Kiritimati', '2026-04-01', '2026-04-01'],
    ['Pacific/Pago_Pago', '2026-03-31', '2026-03-31'],
  ])('%s around midnight of UTC', (timeZone, late, early) => {
    expect([dayIn(timeZone, LATE), dayIn(timeZone, EARLY)]).toEqual([late, early]);
  });

  test.each([
    ['America/Santiago', '2026-09-06T04:00:00Z', '2026-09-06'],
    ['Africa/Cairo', '2026-04-23T22:00:00Z', '2026-04-24'],
    ['Asia/Beirut', '2026-03-28T22:00:00Z', '2026-03-29'],
  ])('%s, on a day that begins at one in the morning', (timeZone, begins, day) => {
    const first = new Date(begins);
    const last = new Date(first.getTime() - 1);
    const hour = first.toLocaleTimeString('en', { timeZone, hour: '2-digit', hourCycle: 'h23' });
    expect(hour).toBe('01');
    expect(dayIn(timeZone, first)).toBe(day);
    const dayBefore = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
    expect(dayIn(timeZone, last)).toBe(dayBefore);
  });

  test('the end of a year and the day of a leap year', () => {
    expect(dayIn('Europe/Madrid', new Date('2027-12-31T23:00:00Z'))).toBe('2028-01-01');
    expect(dayIn('America/New_York', new Date('2028-03-01T04:59:59Z'))).toBe('2028-02-29');
  });
});

test('there is a day in every time zone, and none is there twice', () => {
  const days = TIME_ZONES.map((timeZone) => dayIn(timeZone, LATE));
  expect(new Set(days)).toEqual(new Set(['2026-03-31', '2026-04-01']));
  expect(new Set(TIME_ZONES).size).toBe(TIME_ZONES.length);
});

test('every time zone of this Node.js that was there in 2025a is one of them, by its name of today', () => {
  const resolved = (timeZone: string) =>
    new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  const known = new Set(TIME_ZONES.map(resolved));
  const begun = ['America/Coyhaique'];
  const missing = Intl.supportedValuesOf('timeZone').filter((one) => !known.has(resolved(one)));
  expect(missing.filter((one) => !begun.includes(one))).toEqual([]);
  expect(TIME_ZONES).toEqual(expect.arrayContaining(['Asia/Kolkata', 'Europe/Kyiv', 'UTC']));
});

test('a zone is known by the names of today and of before, and kept as the browser calls it', () => {
  for (const name of [
    'UTC',
    'Europe/Kyiv',
    'Asia/Calcutta',
    'America/Argentina/Buenos_Aires',
    'Etc/GMT+3',
  ]) {
    expect(knownZone(name)).toBe(name);
  }
});

test.each([
  ...['', 'Mars/Olympus', 'Asia/Atlantis', '+05:30', 'UTC; path=/', '../etc', 'Europe/Madrid\n'],
  ...[null, undefined, `A${'/a'.repeat(5_000)}`, `sk_${'a1'.repeat(32)}`],
])('%j is no time zone', (name) => {
  expect(knownZone(name)).toBeNull();
});
