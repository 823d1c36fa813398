import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apiKeyName } from '@/lib/api-keys/model/schema';

const FAMILY = '👨‍👩‍👧‍👦';

test.each([
  ['one character', 'x', 'x'],
  ['80 characters', 'x'.repeat(80), 'x'.repeat(80)],
  ['80 emoji', '🔑'.repeat(80), '🔑'.repeat(80)],
  ['a family of emoji', `Our ${FAMILY} key`, `Our ${FAMILY} key`],
  ['accents', 'Facturación año 2026', 'Facturación año 2026'],
  ['right-to-left letters', 'مفتاح', 'مفتاح'],
  ['markup', '<b>&amp;"\'</b>', '<b>&amp;"\'</b>'],
  ['space around it', '\n Nightly \t', 'Nightly'],
  ['an accent that is a letter of its own', 'Cafe\u0301', 'Café'],
  ['much space around it', `${' '.repeat(500)}x${' '.repeat(500)}`, 'x'],
])('a name of %s is fine', (_, given, stored) => {
  expect(apiKeyName.parse(given)).toBe(stored);
});

test.each([
  ['nothing', '', 'required'],
  ['spaces', '   ', 'required'],
  ['zero-width characters', '\u200b\u200d\u2060\ufeff', 'required'],
  ['a Hangul filler', '\u3164', 'required'],
  ['a Braille cell without a dot', '\u2800', 'required'],
  ['81 characters', 'x'.repeat(81), 'too_long'],
  ['81 emoji', '🔑'.repeat(81), 'too_long'],
  ['10,000 characters', 'x'.repeat(10_000), 'too_long'],
  ['a line break', 'one\ntwo', 'control_characters'],
  ['a carriage return', 'one\rtwo', 'control_characters'],
  ['a tab', 'one\ttwo', 'control_characters'],
  ['a NUL', 'one\0two', 'control_characters'],
  ['an escape sequence', 'one\u001b[31mtwo', 'control_characters'],
  ['a C1 control character', 'one\u0085two', 'control_characters'],
  ['a line separator', 'one\u2028two', 'control_characters'],
  ['a right-to-left override', 'one\u202etwo', 'control_characters'],
  ['an isolate', 'one\u2066two', 'control_characters'],
  ['a lone surrogate', 'one\ud800two', 'control_characters'],
])('a name of %s is refused', (_, name, code) => {
  const { error } = apiKeyName.safeParse(name);
  expect(error?.issues).toEqual([
    expect.objectContaining({ code: 'custom', params: expect.objectContaining({ code }) }),
  ]);
});

test('a name of characters that nobody sees is refused, whichever they are', () => {
  const unseen = Array.from({ length: 0x11_0000 }, (_, code) => String.fromCodePoint(code)).filter(
    (character) => /\p{Default_Ignorable_Code_Point}|\p{White_Space}/u.test(character),
  );
  expect(unseen.length).toBeGreaterThan(4_000);
  for (const character of unseen) expect(apiKeyName.safeParse(character).success).toBe(false);
});

test.each([[{}], [{ not: '' }], [['x']], [7], [true], [null], [undefined]])(
  '%j is no name',
  (name) => {
    expect(apiKeyName.safeParse(name).success).toBe(false);
  },
);

test('whatever is accepted is trimmed, short and free of control characters', () => {
  const unit = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 100 }),
    fc.string({ unit: 'grapheme', maxLength: 100 }),
    fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 100 })
      .map((units) => String.fromCharCode(...units)),
  );
  fc.assert(
    fc.property(unit, (text) => {
      const { data: name } = apiKeyName.safeParse(text);
      if (name === undefined) return;
      expect([...name].length).toBeLessThanOrEqual(80);
      expect(name).toBe(text.normalize('NFC').trim());
      expect(name).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
    }),
    { numRuns: 1_000 },
  );
});
