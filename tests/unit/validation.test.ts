import { expect, test } from 'vitest';
import { z } from 'zod';
import { AppError, type FieldError } from '@/lib/errors';
import { parse } from '@/lib/validation';

const schema = z.strictObject({
  name: z.string(),
  lines: z.array(z.strictObject({ quantity: z.number() })).default([]),
});

function errorsOf(input: unknown): FieldError[] {
  try {
    parse(schema, input);
  } catch (error) {
    if (AppError.is(error, 'validation_failed')) return error.details.errors;
    throw error;
  }
  return [];
}

const pointersOf = (input: unknown) => errorsOf(input).map(({ pointer }) => pointer);

test('what is right comes back parsed', () => {
  expect(parse(schema, { name: 'x' })).toEqual({ name: 'x', lines: [] });
});

test('each wrong field is named by a JSON pointer', () => {
  expect(pointersOf({ name: 7, lines: [{ quantity: 1 }, { quantity: '2' }] })).toEqual([
    '#/name',
    '#/lines/1/quantity',
  ]);
});

test('each unknown field is named, whatever its name is', () => {
  const fields = { 'a/b': 1, 'c~d': 1, 'e f': 1, 'ñ"': 1 };
  expect(errorsOf({ name: 'x', ...fields, lines: [{ quantity: 1, more: 1 }] })).toEqual(
    ['#/lines/0/more', '#/a~1b', '#/c~0d', '#/e%20f', '#/%C3%B1%22'].map((pointer) =>
      expect.objectContaining({ pointer, code: 'unknown_field' }),
    ),
  );
});

test('a whole that is wrong is named by the root', () => {
  expect(pointersOf('text')).toEqual(['#']);
});

test.each(['\0', 'a\0b', 'a\ud800', '\udc00'])(
  'a text that no database can hold is refused, wherever it stands: %j',
  (text) => {
    const schema = z.strictObject({ plan: z.string(), list: z.array(z.string()) });
    const refusal = (input: unknown) => {
      try {
        return parse(schema, input);
      } catch (error) {
        return AppError.is(error, 'validation_failed') && error.details.errors;
      }
    };
    const wrong = { code: 'control_characters', detail: 'Leave out control characters.' };
    expect(refusal({ plan: text, list: [] })).toEqual([{ pointer: '#/plan', ...wrong }]);
    expect(refusal({ plan: '', list: ['a', text] })).toEqual([{ pointer: '#/list/1', ...wrong }]);
    expect(refusal({ plan: '😀', list: [] })).toEqual({ plan: '😀', list: [] });
  },
);
