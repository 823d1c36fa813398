import type { Resolve, Schema } from './schema';

/** How much is allowed: characters of a text, entries of a list, or the number itself. */
export type Limits = {
  unit: 'characters' | 'entries' | 'value';
  min: number | undefined;
  max: number | undefined;
};

/** What a reader should know about one parameter or one field of a body. */
export type Field = {
  name: string;
  /** such as `integer`, `date or null`, `array of objects` */
  type: string;
  required: boolean;
  description: string | undefined;
  /** the values of an enumeration; empty when any value is allowed, or too many to list */
  values: string[];
  limits: Limits | undefined;
  default: unknown;
  /** the fields of an object, or of each object in a list */
  fields: Field[];
};

const MAX_VALUES = 12;

/** The fields of an object, or of the objects in a list. Anything else has none. */
export function fieldsOf(schema: Schema, resolve: Resolve): Field[] {
  const { main } = splitNull(schema, resolve);
  if (main.type === 'array' && main.items) return fieldsOf(resolve(main.items), resolve);
  return Object.entries(main.properties ?? {}).map(([name, property]) =>
    fieldOf(name, resolve(property), main.required?.includes(name) ?? false, resolve),
  );
}

/** @param required whether it must be there */
export function fieldOf(name: string, schema: Schema, required: boolean, resolve: Resolve): Field {
  const { main } = splitNull(schema, resolve);
  const values = (main.enum ?? []).map(String);
  return {
    name,
    type: typeOf(schema, resolve),
    required,
    description: schema.description ?? main.description,
    values: values.length <= MAX_VALUES ? values : [],
    limits: limitsOf(main),
    default: schema.default,
    fields: fieldsOf(schema, resolve),
  };
}

function typeOf(schema: Schema, resolve: Resolve): string {
  const { main, isNullable } = splitNull(schema, resolve);
  const kind = Array.isArray(main.type) ? main.type.join(' or ') : main.type;
  // The format of a number is for compilers: an integer is an integer to a reader.
  const plain = main.type === 'string' ? (main.format ?? kind) : kind;
  const item = main.type === 'array' && main.items && typeOf(resolve(main.items), resolve);
  const type = item ? `array of ${item}s` : (plain ?? 'any');
  return isNullable ? `${type} or null` : type;
}

/** Splits a nullable schema into the schema itself and whether null is allowed. */
function splitNull(schema: Schema, resolve: Resolve): { main: Schema; isNullable: boolean } {
  const options = (schema.anyOf ?? schema.oneOf ?? []).map(resolve);
  const others = options.filter(({ type }) => type !== 'null');
  return { main: others[0] ?? schema, isNullable: others.length < options.length };
}

function limitsOf(schema: Schema): Limits | undefined {
  const [unit, min, max] =
    schema.type === 'array'
      ? (['entries', schema.minItems, schema.maxItems] as const)
      : schema.type === 'string'
        ? (['characters', schema.minLength, schema.maxLength] as const)
        : (['value', withinSafe(schema.minimum), withinSafe(schema.maximum)] as const);
  return min === undefined && max === undefined ? undefined : { unit, min, max };
}

/** Leaves out ±(2^53−1), the limit of every integer in JSON. */
function withinSafe(limit: number | undefined): number | undefined {
  return limit !== undefined && Math.abs(limit) < Number.MAX_SAFE_INTEGER ? limit : undefined;
}
