import { expect, test } from 'vitest';
import { inLocale, localeIn, sitePathOf, withoutLocale } from '@/lib/i18n/address';

test.each([
  ['/plans?lang=es', 'es'],
  ['/plans?lang=en', 'en'],
  ['/?topic=security&lang=es', 'es'],
  ['/plans', null],
  ['/plans?lang=', null],
  ['/plans?lang=ES', null],
  ['/plans?lang=fr', null],
  ['/plans?lang=__proto__', null],
  ['/plans?q=?lang=es', null],
  ['/lang=es', null],
  [null, null],
])('%j asks for %j', (address, locale) => {
  expect(localeIn(address)).toBe(locale);
});

test.each([
  ['/plans?lang=es', '/plans'],
  ['/contact?topic=security&lang=es', '/contact?topic=security'],
  ['/contact?lang=es&lang=en&sent=', '/contact?sent='],
  ['//elsewhere.test/x?lang=es', '/elsewhere.test/x'],
  ['/\\elsewhere.test?lang=es', '/elsewhere.test'],
])('%j without its language is %j', (address, rest) => {
  expect(withoutLocale(address)).toBe(rest);
});

test('a path in a language asks for that language', () => {
  expect(localeIn(inLocale('/plans', 'es'))).toBe('es');
  expect(sitePathOf(inLocale('/plans', 'es'))).toBe('/plans');
});
