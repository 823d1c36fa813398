import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import type { oas31 } from 'zod-openapi';
import { openApi } from '@/app/api/document';
import { INVOICE_STATUSES } from '@/lib/invoices/model/schema';

type Schema = oas31.SchemaObject & { $ref?: string };
type Place = [pointer: string, schema: Schema];

const document = await openApi();
const operations = Object.values(document.paths ?? {}).flatMap(
  (path) => Object.values(path) as oas31.OperationObject[],
);
const schemas = (document.components?.schemas ?? {}) as Record<string, Schema>;
const byId = (id: string) => operations.find(({ operationId }) => operationId === id);

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema(document as object, 'openapi');

/** What a `$ref` leads to. */
function follow<Thing extends object>(thing: Thing | oas31.ReferenceObject): Thing {
  if (!('$ref' in thing)) return thing;
  const [, , kind, name] = String(thing.$ref).split('/');
  const found = (document.components as Record<string, Record<string, unknown>>)[String(kind)];
  return found?.[String(name)] as Thing;
}

/** Every schema within one, through references, each once. */
function schemasIn(schema: Schema | undefined, pointer: string, seen = new Set<string>()): Place[] {
  if (!schema) return [];
  if (schema.$ref) {
    if (seen.has(schema.$ref)) return [];
    seen.add(schema.$ref);
    return schemasIn(follow(schema), schema.$ref, seen);
  }
  const within = [
    ...Object.entries(schema.properties ?? {}),
    ...[schema.items, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].entries(),
  ] as [string, Schema | undefined][];
  return [
    [pointer, schema],
    ...within.flatMap(([name, one]) => schemasIn(one, `${pointer}/${name}`, seen)),
  ];
}

const mediaIn = (holder: { content?: oas31.ContentObject } | undefined) =>
  Object.values(holder?.content ?? {});

const answers = operations.flatMap(({ operationId, responses }) =>
  Object.entries(responses ?? {}).map(
    ([status, one]) => [`${operationId} ${status}`, follow(one as oas31.ResponseObject)] as const,
  ),
);
const bodies = operations.flatMap(({ operationId, requestBody }) =>
  mediaIn(requestBody as oas31.RequestBodyObject).map(
    (media) => [`${operationId}`, media] as const,
  ),
);
const parameters = operations.flatMap(({ operationId, parameters: own }) =>
  (own ?? []).map((one) => {
    const parameter = follow(one as oas31.ParameterObject);
    return [`${operationId} ${parameter.name}`, parameter] as const;
  }),
);
const answered = answers.flatMap(([what, answer]) =>
  mediaIn(answer).flatMap(({ schema }) => schemasIn(schema as Schema, what)),
);
const asked = [
  ...bodies.flatMap(([what, { schema }]) => schemasIn(schema as Schema, what)),
  ...parameters.flatMap(([what, { schema }]) => schemasIn(schema as Schema, what)),
];

test('operations have the names that generated clients call them by', () => {
  expect(operations.map(({ operationId }) => operationId).sort()).toEqual([
    'createInvoice',
    'deleteInvoice',
    'finalizeInvoice',
    'getDocument',
    'getInvoice',
    'getKey',
    'getLiveness',
    'getOlderDocument',
    'getReadiness',
    'listInvoices',
    'payInvoice',
    'reportLeakedKeys',
    'updateInvoice',
    'voidInvoice',
  ]);
});

test('answers are open: a field that is added later breaks no client that validates', () => {
  expect(answered.length).toBeGreaterThan(20);
  const closed = answered.filter(([, schema]) => schema.additionalProperties === false);
  expect(closed.map(([pointer]) => pointer)).toEqual([]);
});

test('requests are closed: a field with a wrong name is an error', () => {
  const objects = asked.filter(([, { properties }]) => properties);
  expect(objects.length).toBeGreaterThan(2);
  for (const [pointer, schema] of objects) {
    expect(schema.additionalProperties, pointer).toBe(false);
  }
});

test('a code that is added later breaks no client: known ones are named, not enumerated', () => {
  const { code } = schemas.Problem?.properties ?? {};
  expect(code).toMatchObject({
    type: 'string',
    description: expect.stringContaining('`invoice_not_editable`'),
    examples: expect.arrayContaining(['rate_limited']),
  });
  expect(code).not.toHaveProperty('enum');
});

test('what repeats is written once: headers, the answers of all operations, the id', () => {
  for (const [what, { headers }] of answers) {
    for (const [name, header] of Object.entries(headers ?? {})) {
      expect(header, `${what} ${name}`).toEqual({ $ref: `#/components/headers/${name}` });
    }
  }
  const inline = operations.flatMap(({ responses }) =>
    Object.entries(responses ?? {}).filter(([status, one]) => status >= '400' && !('$ref' in one)),
  );
  expect(inline).toEqual([]);
  expect(JSON.stringify(operations).match(/"in":"path"/g)).toBeNull();
  expect(JSON.stringify(document).length).toBeLessThan(82_000);
});

test('enumerations and lines have names', () => {
  expect(schemas.InvoiceStatus).toMatchObject({ enum: INVOICE_STATUSES });
  expect(schemas.Currency).toMatchObject({ enum: expect.arrayContaining(['EUR', 'JPY']) });
  expect(Object.keys(schemas)).toEqual(expect.arrayContaining(['InvoiceLine', 'InvoiceLineInput']));
  const unnamed = [...answered, ...asked].filter(
    ([pointer, schema]) => schema.enum && !/^#\/components\/schemas\/\w+$/.test(pointer),
  );
  expect(unnamed).toEqual([]);
});

test('every value of an enumeration has a name that is the name of a constant in any language', () => {
  const enumerations = [...answered, ...asked].filter(([, schema]) => schema.enum);
  expect(enumerations.length).toBeGreaterThan(2);
  for (const [pointer, schema] of enumerations) {
    const names: string[] = schema['x-enum-varnames'] ?? schema.enum;
    expect(names, pointer).toHaveLength(schema.enum?.length ?? 0);
    expect(new Set(names).size, pointer).toBe(names.length);
    for (const name of names) expect(name, pointer).toMatch(/^[A-Z][A-Z0-9_]*$/);
  }
  expect(schemas.InvoiceSort?.['x-enum-varnames']).toContain('CREATED_AT_DESCENDING');
});

test('no integer is without its limits', () => {
  const named = Object.values(document.components?.headers ?? {}).map(
    (header) => ['header', (header as oas31.HeaderObject).schema] as Place,
  );
  const integers = [...answered, ...asked, ...named].filter(([, { type }]) => type === 'integer');
  expect(integers.length).toBeGreaterThan(8);
  for (const [pointer, { minimum, maximum }] of integers) {
    expect([minimum, maximum], pointer).toEqual([expect.any(Number), expect.any(Number)]);
  }
  const total = schemas.Invoice?.properties?.total;
  expect(total).toMatchObject({ minimum: 0 });
});

test('integers have 64 bits, a format has no pattern beside it, and no schema a word of our tools', () => {
  const named = Object.values(document.components?.headers ?? {}).map(
    (header) => ['header', (header as oas31.HeaderObject).schema] as Place,
  );
  for (const [pointer, schema] of [...answered, ...asked, ...named]) {
    if (schema.type === 'integer') expect(schema.format, pointer).toBe('int64');
    if (schema.format) expect(schema.pattern, pointer).toBeUndefined();
    expect(Object.keys(schema), pointer).not.toEqual(expect.arrayContaining(['param']));
    expect(Object.keys(schema), pointer).not.toEqual(expect.arrayContaining(['header']));
    // No look-around, no properties of Unicode, no escape that a language lacks, no end of a text.
    expect(schema.pattern ?? '', pointer).not.toMatch(/\(\?|\\[^x[\]]|["'`]/);
  }
  for (const [name, { title }] of Object.entries(schemas)) expect(title).toBe(name);
  expect(document.info).toMatchObject({ contact: { url: expect.stringContaining('/contact') } });
});

test('every object has a name of its own', () => {
  const unnamed = [...answered, ...asked].filter(
    ([pointer, { properties }]) => properties && !/^#\/components\/schemas\/\w+$/.test(pointer),
  );
  expect(unnamed.map(([pointer]) => pointer)).toEqual([]);
});

test('rules that a schema cannot say are said in words', () => {
  const customer = schemas.InvoiceInput?.properties?.customer as Schema;
  expect(customer.description).toMatch(/control characters/);
  const pattern = new RegExp(String(customer.pattern));
  for (const text of ['Northwind Traders', 'Añadir 🙂 Ñ', ' padded ']) {
    expect(pattern.test(text), text).toBe(true);
  }
  for (const text of ['', '  ', 'a\nb', 'a\u0000b', 'a\u007fb']) {
    expect(pattern.test(text), JSON.stringify(text)).toBe(false);
  }
  expect(schemas.Day).toMatchObject({ description: expect.stringContaining('0001-01-01') });
  const lines = schemas.InvoiceInput?.properties?.lines as Schema;
  expect(lines.description).toMatch(/negative/);
  expect(lines.description).toMatch(/2\^53−1/);
});

test('every body that is sent or answered has an example, and it is valid', () => {
  const media = [
    ...bodies,
    ...answers.flatMap(([what, answer]) => mediaIn(answer).map((one) => [what, one] as const)),
  ];
  for (const [what, { schema, example, examples }] of media) {
    const values = Object.values(examples ?? {}).map((one) => (one as { value: unknown }).value);
    const all = example === undefined ? values : [example];
    expect(all.length, what).toBeGreaterThan(0);
    const validate = ajv.compile(inDocument(schema as Schema));
    for (const value of all) {
      expect(validate(value) ? [] : validate.errors, what).toEqual([]);
    }
  }
});

test('every parameter has an example, and it is valid', () => {
  for (const [what, { schema, example }] of parameters) {
    expect(example, what).toBeDefined();
    expect(ajv.validate(inDocument(schema as Schema), example), what).toBe(true);
  }
});

test('each POST has one Idempotency-Key as its example, and no two have the same', () => {
  const keys = operations.flatMap(({ parameters: own }) =>
    (own ?? [])
      .filter((one) => 'name' in one && one.name === 'Idempotency-Key')
      .map((one) => (one as oas31.ParameterObject).example),
  );
  expect(keys).toHaveLength(4);
  expect(new Set(keys).size).toBe(4);
});

test('the answer to a key that does not work says what else may be wrong with it', () => {
  const refusal = follow<oas31.ResponseObject>(byId('getKey')?.responses?.[401] ?? {});
  expect(refusal.description).toContain('expired');
});

test('an operation names the scope that it needs', () => {
  expect(byId('payInvoice')?.security).toEqual([{ apiKey: ['invoices:write'] }]);
  expect(byId('getKey')?.security).toEqual([{ apiKey: [] }]);
});

/** The same schema, with references that Ajv can follow. */
function inDocument(schema: Schema): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"openapi#/components'));
}
