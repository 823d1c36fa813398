import { expect, test } from 'vitest';
import { exampleOf } from '@/lib/reference/example';
import { resolverOf, type Schema } from '@/lib/reference/schema';

const resolve = resolverOf({
  openapi: '3.1.0',
  info: { title: 'Things', version: '1' },
  components: { schemas: { Thing: { type: 'object', properties: { n: { example: 7 } } } } },
});

const example = (schema: Schema) => exampleOf(schema, resolve);

test('an example of its own comes first, even when it is null', () => {
  expect(example({ type: 'string', example: 'Northwind', default: 'x' })).toBe('Northwind');
  expect(example({ type: 'string', example: null })).toBeNull();
});

test('then a constant, a default, the first of an enumeration', () => {
  expect(example({ type: 'string', const: 'ok' })).toBe('ok');
  expect(example({ type: 'integer', default: 20 })).toBe(20);
  expect(example({ type: 'string', enum: ['draft', 'open'] })).toBe('draft');
});

test('what may be null is null, any other choice is its first', () => {
  expect(example({ anyOf: [{ type: 'string' }, { type: 'null' }] })).toBeNull();
  expect(example({ oneOf: [{ type: 'boolean' }, { type: 'string' }] })).toBe(false);
});

test('objects and lists are filled through references', () => {
  const $ref = '#/components/schemas/Thing';
  const schema: Schema = {
    type: 'object',
    required: ['one', 'many'],
    properties: { one: { $ref }, many: { type: 'array', items: { $ref } } },
  };
  expect(example(schema)).toEqual({ one: { n: 7 }, many: [{ n: 7 }] });
});

test('a field that may be left out is, unless it has an example', () => {
  const properties: Schema['properties'] = {
    name: { type: 'string' },
    note: { type: 'string' },
    day: { type: 'string', example: '2027-01-31' },
  };
  expect(example({ type: 'object', required: ['name'], properties })).toEqual({
    name: 'text',
    day: '2027-01-31',
  });
});

test('plain kinds have plain values that they allow', () => {
  expect(example({ type: 'integer', minimum: 3 })).toBe(3);
  expect(example({ type: 'integer', minimum: -9 })).toBe(0);
  expect(example({ type: 'string', format: 'date' })).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(example({ type: 'string' })).toBe('text');
});

test('what stands beside a reference goes before what it names', () => {
  const $ref = '#/components/schemas/Thing';
  const one = { $ref, description: 'Its own words', example: 9 } as Schema;
  expect(resolve(one)).toEqual({
    type: 'object',
    properties: { n: { example: 7 } },
    description: 'Its own words',
    example: 9,
  });
  expect(example({ type: 'object', properties: { one } })).toEqual({ one: 9 });
});

test('a reference to nothing is a bug', () => {
  expect(() => example({ type: 'array', items: { $ref: '#/components/schemas/No' } })).toThrow(
    '#/components/schemas/No',
  );
});
