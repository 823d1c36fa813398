import { expect, test } from 'vitest';
import { chooseLocale } from '@/lib/i18n/locale';

test.each([
  ['es', 'en', 'es'],
  ['en', 'es', 'en'],
  ['fr', 'es', 'es'],
  ['', 'es', 'es'],
  ['ES', null, 'en'],
  ['__proto__', null, 'en'],
  [undefined, null, 'en'],
  [undefined, '', 'en'],
  [undefined, '*', 'en'],
  [undefined, 'es', 'es'],
  [undefined, 'es-MX', 'es'],
  [undefined, 'ES-419,es;q=0.9,en;q=0.8', 'es'],
  [undefined, 'en-GB,en;q=0.9,es;q=0.8', 'en'],
  [undefined, 'en;q=0.5,es;q=0.7', 'es'],
  [undefined, 'en;q=0.5, es ; q=0.7', 'es'],
  [undefined, 'de-DE,de;q=0.9,es;q=0.5', 'es'],
  [undefined, 'es;q=0,en;q=0.1', 'en'],
  [undefined, 'es;q=0', 'en'],
  [undefined, 'es;q=nonsense', 'en'],
  [undefined, 'de,fr', 'en'],
  [undefined, ',;=,,', 'en'],
])(
  'with %j picked, and a browser that accepts %j, the language is %s',
  (picked, accepted, locale) => {
    expect(chooseLocale(picked, accepted)).toBe(locale);
  },
);
