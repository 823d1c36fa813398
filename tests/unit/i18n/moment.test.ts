import { createFormatter } from 'next-intl';
import { describe, expect, test } from 'vitest';
import { FORMS, type Form, momentIn, withUtc } from '@/lib/i18n/moment';

const format = { en: createFormatter({ locale: 'en' }), es: createFormatter({ locale: 'es' }) };
const at = (text: string) => new Date(text);

test.each([
  ['en', 'Asia/Kolkata', '2026-11-30T13:05:12Z', 'Nov 30, 2026, 18:35:12 GMT+5:30 (13:05:12 UTC)'],
  ['es', 'Asia/Kolkata', '2026-11-30T13:05:12Z', '30 nov 2026, 18:35:12 GMT+5:30 (13:05:12 UTC)'],
  ['en', 'America/New_York', '2026-11-30T13:05:12Z', 'Nov 30, 2026, 08:05:12 EST (13:05:12 UTC)'],
  ['es', 'Europe/Madrid', '2026-07-01T13:05:12Z', '1 jul 2026, 15:05:12 CEST (13:05:12 UTC)'],
  ['en', 'UTC', '2026-11-30T13:05:12Z', 'Nov 30, 2026, 13:05:12 UTC'],
] as const)('in %s, %s: %s', (locale, zone, moment, told) => {
  expect(withUtc(format[locale], zone, at(moment), 'second')).toBe(told);
});

test('where it is another day in UTC, that is said', () => {
  expect(withUtc(format.en, 'Asia/Kolkata', at('2026-12-31T23:00:00Z'), 'minute')).toBe(
    'Jan 1, 2027, 04:30 GMT+5:30 (Dec 31, 23:00 UTC)',
  );
  expect(withUtc(format.es, 'America/New_York', at('2026-12-01T01:00:00Z'), 'clock')).toBe(
    '20:00 GMT-5 (1 dic, 01:00 UTC)',
  );
});

describe('when the clocks change', () => {
  test.each([
    ['Australia/Lord_Howe', '2026-04-04T14:30:00Z', 'Apr 5, 01:30 GMT+11 (Apr 4, 14:30 UTC)'],
    ['Australia/Lord_Howe', '2026-04-04T15:00:00Z', 'Apr 5, 01:30 GMT+10:30 (Apr 4, 15:00 UTC)'],
    ['America/New_York', '2026-11-01T05:00:00Z', 'Nov 1, 01:00 EDT (05:00 UTC)'],
    ['America/New_York', '2026-11-01T06:00:00Z', 'Nov 1, 01:00 EST (06:00 UTC)'],
    ['America/New_York', '2026-03-08T07:00:00Z', 'Mar 8, 03:00 EDT (07:00 UTC)'],
  ])('%s tells the hours apart that it has twice: %s', (zone, moment, told) => {
    expect(withUtc(format.en, zone, at(moment), 'near')).toBe(told);
  });
});

test('whatever has an hour names its zone, but for a chart, which names it once', () => {
  const forms = Object.keys(FORMS) as Form[];
  const unnamed = forms.filter(
    (form) =>
      !momentIn(format.en, 'Asia/Kolkata', at('2026-11-30T13:05:12Z'), form).includes('GMT'),
  );
  expect(unnamed).toEqual(['day', 'hour', 'date']);
});
