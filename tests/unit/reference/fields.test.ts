import { expect, test } from 'vitest';
import { fieldOf, fieldsOf } from '@/lib/reference/fields';
import type { Resolve, Schema } from '@/lib/reference/schema';

const resolve: Resolve = (schema) => schema as Schema;
const field = (schema: Schema) => fieldOf('it', schema, false, resolve);

test('a type is a format or a kind, and says what else it may be', () => {
  expect(field({ type: 'integer' }).type).toBe('integer');
  expect(field({ type: 'string', format: 'uuid' }).type).toBe('uuid');
  const day: Schema = { anyOf: [{ type: 'string', format: 'date' }, { type: 'null' }] };
  expect(field(day).type).toBe('date or null');
  expect(field({ type: 'array', items: { type: 'object' } }).type).toBe('array of objects');
});

test('limits say what they count', () => {
  expect(field({ type: 'string', minLength: 1, maxLength: 9 }).limits).toEqual({
    unit: 'characters',
    min: 1,
    max: 9,
  });
  expect(field({ type: 'array', maxItems: 5 }).limits).toMatchObject({ unit: 'entries', max: 5 });
  expect(field({ type: 'integer', minimum: 1 }).limits).toMatchObject({ unit: 'value', min: 1 });
});

test('the limits of every integer are not worth a word', () => {
  const { MIN_SAFE_INTEGER: minimum, MAX_SAFE_INTEGER: maximum } = Number;
  expect(field({ type: 'integer', minimum, maximum }).limits).toBeUndefined();
});

test('an enumeration is listed unless it is long', () => {
  expect(field({ type: 'string', enum: ['draft', 'open'] }).values).toEqual(['draft', 'open']);
  const many = Array.from({ length: 150 }, (_, index) => `C${index}`);
  expect(field({ type: 'string', enum: many }).values).toEqual([]);
});

test('the fields of objects in a list are its own, with what is required', () => {
  const lines: Schema = {
    type: 'array',
    items: {
      type: 'object',
      required: ['quantity'],
      properties: { quantity: { type: 'integer' }, note: { type: 'string', default: 'none' } },
    },
  };
  expect(fieldsOf(lines, resolve)).toMatchObject([
    { name: 'quantity', required: true, default: undefined },
    { name: 'note', required: false, default: 'none' },
  ]);
  expect(field(lines).fields).toHaveLength(2);
});
