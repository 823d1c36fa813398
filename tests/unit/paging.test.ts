import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeCursor, encodeCursor } from '@/lib/cursor';

const ID = '019aa000-0000-7000-8000-000000000001';
const TIME = '2026-01-01T00:00:00.000Z';

const position = fc.record({
  createdAt: fc.date({
    min: new Date('2000-01-01'),
    max: new Date('2099-12-31'),
    noInvalidDate: true,
  }),
  id: fc.uuid({ version: 7 }),
});

test('a cursor reads back as the position it was made from', () => {
  fc.assert(
    fc.property(position, (where) => {
      const cursor = encodeCursor(where);
      expect(cursor).toMatch(/^[\w-]+$/);
      expect(decodeCursor(cursor)).toEqual(where);
    }),
  );
});

test('a cursor with one character changed, lost or added is another position or none', () => {
  const change = fc.tuple(position, fc.nat(), fc.constantFrom('A', 'z', '0', '=', '+', ' ', ''));
  fc.assert(
    fc.property(change, ([where, at, character]) => {
      const cursor = encodeCursor(where);
      const index = at % cursor.length;
      const changed = cursor.slice(0, index) + character + cursor.slice(index + 1);
      if (changed !== cursor) expect(decodeCursor(changed)).not.toEqual(where);
    }),
  );
});

test('a cursor is written in one way only', () => {
  const cursor = encodeCursor({ createdAt: new Date(TIME), id: ID });
  for (const text of [`${cursor}=`, `${cursor}A`, ` ${cursor}`, `${cursor}\n`, `${cursor}!`]) {
    expect(decodeCursor(text)).toBeNull();
  }
});

test('any other text is no cursor', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(decodeCursor(text)).toBeNull();
    }),
  );
});

test.each([
  ['too few members', [TIME]],
  ['too many members', [TIME, ID, 1]],
  ['an object', { createdAt: TIME, id: ID }],
  ['an operator as the id', [TIME, { not: '' }]],
  ['an operator as the time', [{ lt: TIME }, ID]],
  ['a year that databases do not know', ['0000-01-01T00:00:00.000Z', ID]],
  ['a time without milliseconds', ['2026-01-01T00:00:00Z', ID]],
  ['a time that does not exist', ['2026-02-30T00:00:00.000Z', ID]],
  ['an id that is no UUID', [TIME, 'x']],
  ['null', null],
])('%s is no cursor', (_, value) => {
  expect(decodeCursor(Buffer.from(JSON.stringify(value)).toString('base64url'))).toBeNull();
});
