import type { oas31 } from 'zod-openapi';

/** A schema of a document, of either version. */
export type AnySchema = Omit<oas31.SchemaObject, 'type' | 'anyOf'> & {
  $ref?: string;
  type?: string | string[];
  anyOf?: AnySchema[];
  nullable?: boolean;
};

/** What is a value of the API, in which nothing is a schema. */
const VALUES = ['example', 'examples', 'value', 'default', 'enum'];
const LISTS = ['anyOf', 'oneOf', 'allOf'];
const SINGLE = ['items', 'additionalProperties', 'not'];

/**
 * A copy of a document, or of a part of it, in which each schema is what `change` makes of it. What
 * stands within a schema is changed before it.
 */
export function mapSchemas<Part>(part: Part, change: (schema: AnySchema) => AnySchema): Part {
  if (Array.isArray(part)) return part.map((one) => mapSchemas(one, change)) as Part;
  if (!isObject(part)) return part;
  const entries = Object.entries(part).map(([name, value]) => {
    if (VALUES.includes(name)) return [name, value];
    if (name === 'schema') return [name, within(value as AnySchema, change)];
    if (name === 'schemas') return [name, eachOf(value as Record<string, AnySchema>, change)];
    return [name, mapSchemas(value, change)];
  });
  return Object.fromEntries(entries);
}

function within(schema: AnySchema, change: (schema: AnySchema) => AnySchema): AnySchema {
  const entries = Object.entries(schema).map(([name, value]) => {
    if (name === 'properties') return [name, eachOf(value as Record<string, AnySchema>, change)];
    if (LISTS.includes(name))
      return [name, (value as AnySchema[]).map((one) => within(one, change))];
    if (SINGLE.includes(name) && isObject(value)) return [name, within(value as AnySchema, change)];
    return [name, value];
  });
  return change(Object.fromEntries(entries));
}

function eachOf(schemas: Record<string, AnySchema>, change: (schema: AnySchema) => AnySchema) {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, within(schema, change)]),
  );
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
