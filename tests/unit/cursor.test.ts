import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeCursor, encodeCursor, type SortKey } from '@/lib/cursor';

const ID = '019aa000-0000-7000-8000-000000000001';
const TIME = '2026-01-01T00:00:00.000Z';

const KEY = { createdAt: ['desc', 'time'], id: ['desc', 'uuid'] } satisfies SortKey;

const OTHER = {
  name: ['asc', 'text'],
  total: ['desc', 'bigint'],
  position: ['asc', 'integer'],
} satisfies SortKey;

const cursorOf = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const [NAME, OTHER_NAME] = ['-createdAt,-id', 'name,-total,position'];

test('a cursor is the name of its order, and the values of its columns', () => {
  const where = { createdAt: new Date(TIME), id: ID };
  expect(decodeCursor(KEY, cursorOf([NAME, TIME, ID]))).toEqual(where);
  const other = { name: 'x', total: 1n, position: 1 };
  expect(decodeCursor(OTHER, cursorOf([OTHER_NAME, 'x', '1', 1]))).toEqual(other);
});

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
      const cursor = encodeCursor(KEY, where);
      expect(cursor).toMatch(/^[\w-]+$/);
      expect(decodeCursor(KEY, cursor)).toEqual(where);
    }),
  );
});

test('a cursor with one character changed, lost or added is another position or none', () => {
  const change = fc.tuple(position, fc.nat(), fc.constantFrom('A', 'z', '0', '=', '+', ' ', ''));
  fc.assert(
    fc.property(change, ([where, at, character]) => {
      const cursor = encodeCursor(KEY, where);
      const index = at % cursor.length;
      const changed = cursor.slice(0, index) + character + cursor.slice(index + 1);
      if (changed !== cursor) expect(decodeCursor(KEY, changed)).not.toEqual(where);
    }),
  );
});

test('a cursor is written in one way only', () => {
  const cursor = encodeCursor(KEY, { createdAt: new Date(TIME), id: ID });
  for (const text of [`${cursor}=`, `${cursor}A`, ` ${cursor}`, `${cursor}\n`, `${cursor}!`]) {
    expect(decodeCursor(KEY, text)).toBeNull();
  }
});

test('any other text is no cursor', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(decodeCursor(KEY, text)).toBeNull();
    }),
  );
});

test.each([
  ['too few members', [NAME, TIME]],
  ['too many members', [NAME, TIME, ID, 1]],
  ['an object', { createdAt: TIME, id: ID }],
  ['an operator as the id', [NAME, TIME, { not: '' }]],
  ['an operator as the time', [NAME, { lt: TIME }, ID]],
  ['a year that databases do not know', [NAME, '0000-01-01T00:00:00.000Z', ID]],
  ['a time without milliseconds', [NAME, '2026-01-01T00:00:00Z', ID]],
  ['a time that does not exist', [NAME, '2026-02-30T00:00:00.000Z', ID]],
  ['an id that is no UUID', [NAME, TIME, 'x']],
  ['an order of another name', ['createdAt,id', TIME, ID]],
  ['no name', [TIME, ID]],
  ['null', null],
])('%s is no cursor', (_, value) => {
  expect(decodeCursor(KEY, cursorOf(value))).toBeNull();
});

test('columns of every kind read back as what they were', () => {
  const where = fc.record({
    name: fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
    total: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    position: fc.integer(),
  });
  fc.assert(
    fc.property(where, (position) => {
      expect(decodeCursor(OTHER, encodeCursor(OTHER, position))).toEqual(position);
    }),
  );
});

test('a cursor of a list in another order is no cursor', () => {
  const cursor = encodeCursor(OTHER, { name: 'x', total: 1n, position: 1 });
  expect(decodeCursor(KEY, cursor)).toBeNull();
  const oldestFirst = { createdAt: ['asc', 'time'], id: ['asc', 'uuid'] } satisfies SortKey;
  const other = encodeCursor(oldestFirst, { createdAt: new Date(TIME), id: ID });
  expect(decodeCursor(KEY, other)).toBeNull();
});

test.each([
  ['a text that PostgreSQL cannot hold', [OTHER_NAME, '\0', '1', 1]],
  ['half a character', [OTHER_NAME, '\ud800', '1', 1]],
  ['a number where a text is', [OTHER_NAME, 1, '1', 1]],
  ['a number too large for its column', [OTHER_NAME, 'x', '1', 2 ** 31]],
  ['a fraction', [OTHER_NAME, 'x', '1', 0.5]],
  ['an integer of more than 64 bits', [OTHER_NAME, 'x', '9223372036854775808', 1]],
  ['an integer written in another way', [OTHER_NAME, 'x', '01', 1]],
])('%s is no cursor', (_, value) => {
  expect(decodeCursor(OTHER, cursorOf(value))).toBeNull();
});
