import { expect, test } from 'vitest';
import { z } from 'zod';
import { AppError, type FieldError } from '@/lib/errors';
import { wholeNumber } from '@/lib/text';
import { parse, parseQuery } from '@/lib/validation';

function errorsOf(read: () => unknown): FieldError[] {
  try {
    read();
  } catch (error) {
    if (AppError.is(error, 'validation_failed')) return error.details.errors;
    throw error;
  }
  return [];
}

const detailOf = (schema: z.ZodType, input: unknown) =>
  errorsOf(() => parse(schema, input)).map(({ detail }) => detail);

const LIST = z.array(z.string()).min(1).max(2);

test.each<[z.ZodType, unknown, string]>([
  [z.string(), undefined, 'This is required.'],
  [z.string(), 7, 'Give a text.'],
  [z.string(), null, 'Give a text.'],
  [z.number(), '7', 'Give a number.'],
  [z.number(), Number.NaN, 'Give a number.'],
  [z.boolean(), 1, 'Give true or false.'],
  [z.array(z.string()), {}, 'Give a list.'],
  [z.strictObject({}), [], 'Give an object.'],
  [z.date(), 'x', 'Give a value of another type.'],
  [z.int(), 0.5, 'Give a whole number.'],
  [z.int(), 2 ** 53, 'Give a number of at most 9007199254740991.'],
  [z.number().min(2), 1, 'Give a number of at least 2.'],
  [z.number().gt(2), 2, 'Give a number above 2.'],
  [z.number().lt(2), 2, 'Give a number below 2.'],
  [z.number().multipleOf(5), 2, 'Give a multiple of 5.'],
  [wholeNumber(1, 100), 0, 'Give a whole number from 1 to 100.'],
  [wholeNumber(1, 100), 101, 'Give a whole number from 1 to 100.'],
  [wholeNumber(1, 100), 1.5, 'Give a whole number from 1 to 100.'],
  [wholeNumber(1, 100), '1', 'Give a whole number from 1 to 100.'],
  [wholeNumber(1, 100), 1e300, 'Give a whole number from 1 to 100.'],
  [wholeNumber(1, 100), undefined, 'This is required.'],
  [z.string().min(2), 'x', 'Use at least 2 characters.'],
  [z.string().min(1), '', 'Use at least 1 character.'],
  [z.string().max(2), 'xxx', 'Use at most 2 characters.'],
  [LIST, [], 'Give at least 1 entry.'],
  [LIST, ['', '', ''], 'Give at most 2 entries.'],
  [z.enum(['a', 'b']), 'c', 'Give one of: a, b.'],
  [z.literal('a'), 'c', 'Give one of: a.'],
  [z.iso.date(), 'x', 'Write a day as YYYY-MM-DD.'],
  [z.iso.datetime(), 'x', 'Write a time such as 2027-01-31T09:30:00Z.'],
  [z.uuid(), 'x', 'Give the id of something, a UUID.'],
  [z.email(), 'x', 'Give an email address.'],
  [z.string().regex(/y/), 'x', 'This is not written as it should be.'],
  [z.union([z.string(), z.number()]), true, 'This fits none of the forms that are taken here.'],
  [z.record(z.string().max(1), z.string()), { ab: '' }, 'This has a name that is not taken here.'],
  [
    z.map(z.object({}), z.string()),
    new Map([[{}, 1]]),
    'This has an entry that is not taken here.',
  ],
  [z.string().refine(() => false), 'x', 'This cannot be used.'],
  [z.string().refine(() => false, { error: 'Own words.' }), 'x', 'Own words.'],
])('what is wrong is said in words of our own: %#', (schema, input, words) => {
  expect(detailOf(schema, input)).toEqual([words]);
});

test('the body as a whole is the root, and a parameter is named as one', () => {
  const schema = z.strictObject({ limit: wholeNumber(1, 100) });
  expect(errorsOf(() => parse(schema, []))).toMatchObject([{ pointer: '#' }]);
  const errors = errorsOf(() => parseQuery(schema, { limit: 0, 'a/b~c': '1' }));
  expect(errors).toEqual([
    {
      parameter: 'limit',
      code: 'too_small',
      detail: 'Give a whole number from 1 to 100.',
      values: {},
    },
    { parameter: 'a/b~c', code: 'unknown_field', detail: 'This parameter is not known here.' },
  ]);
});
