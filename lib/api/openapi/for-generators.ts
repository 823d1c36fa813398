import type { oas31 } from 'zod-openapi';
import { type AnySchema, mapSchemas } from './map-schemas';

/**
 * The document as generators of clients need it. An integer is `int64`: without it Java, C#, Kotlin
 * and Go make 32 bits of an amount. A format has no pattern beside it: what is made of it is a date
 * or a UUID there, and no text. Values of an enumeration have names, as generators ask for them in
 * `x-enum-varnames`: `-created_at` and `created_at` would have one, and `open` is a word of Kotlin.
 * Each component names its type in `title`, as some tools take it from.
 */
export function forGenerators(document: oas31.OpenAPIObject): oas31.OpenAPIObject {
  const plain = mapSchemas(document, plainly);
  for (const [name, schema] of Object.entries(plain.components?.schemas ?? {})) {
    Object.assign(schema, { title: name });
  }
  return plain;
}

function plainly({ ...schema }: AnySchema): AnySchema {
  if (schema.type === 'integer') schema.format = 'int64';
  if (schema.format) delete schema.pattern;
  if (schema.enum && !schema.enum.every(isName)) {
    Object.assign(schema, { 'x-enum-varnames': schema.enum.map(nameOf) });
  }
  // What zod-openapi itself is told of a parameter.
  delete (schema as { param?: unknown }).param;
  return schema;
}

const isName = (value: unknown) => /^[A-Z][A-Z0-9_]*$/.test(String(value));

/** Such as `CREATED_AT_DESCENDING` for `-created_at`, an order. */
const nameOf = (value: unknown) =>
  String(value)
    .replace(/^-(.*)/, '$1_descending')
    .replace(/\W+/g, '_')
    .toUpperCase();
