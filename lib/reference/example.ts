import type { Resolve, Schema } from './schema';

const BY_FORMAT: Record<string, string> = {
  date: '2027-01-31',
  'date-time': '2027-01-31T09:30:00.000Z',
  uuid: '019ab1c2-7d3e-7f40-8a51-6b2c3d4e5f60',
  uri: 'https://example.com',
};

/**
 * A value that fits the schema: its example, constant, default or first allowed value if it has
 * one; null if it may be null; otherwise the plainest value of its type. Of an object it has the
 * required fields, and those of the others that have an example.
 * @param resolve follows a `$ref`
 */
export function exampleOf(schema: Schema, resolve: Resolve): unknown {
  if (schema.example !== undefined) return schema.example;
  if (schema.const !== undefined) return schema.const;
  if (schema.default !== undefined) return schema.default;
  if (schema.enum) return schema.enum[0];

  const options = (schema.anyOf ?? schema.oneOf ?? []).map(resolve);
  const [first] = options;
  if (first) return options.some(({ type }) => type === 'null') ? null : exampleOf(first, resolve);

  switch (schema.type) {
    case 'object': {
      const properties = Object.entries(schema.properties ?? {})
        .map(([name, one]) => [name, resolve(one)] as const)
        .filter(([name, one]) => schema.required?.includes(name) || one.example !== undefined);
      return Object.fromEntries(properties.map(([name, one]) => [name, exampleOf(one, resolve)]));
    }
    case 'array':
      return schema.items ? [exampleOf(resolve(schema.items), resolve)] : [];
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 0, 0);
    case 'boolean':
      return false;
    case 'string':
      return BY_FORMAT[schema.format ?? ''] ?? 'text';
    default:
      return null;
  }
}
