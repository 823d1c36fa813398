import type { oas31 } from 'zod-openapi';
import { type Resolve, resolverOf } from '@/lib/reference/schema';
import { type AnySchema, mapSchemas } from './map-schemas';

/**
 * The same document in OpenAPI 3.0.3, for tools that read no later version. It says the same with
 * the words of 3.0: `nullable` for the type null, `enum` for `const`, `allOf` for a reference with
 * something beside it. The scope of an operation, for which 3.0 has no place beside a key, is a
 * sentence of its description.
 */
export function inVersion30(document: oas31.OpenAPIObject): { openapi: string } {
  const resolve = resolverOf(document);
  const { info, paths = {}, ...rest } = document;
  const { servers = [] } = rest;
  const { license, ...described } = info;
  return mapSchemas(
    {
      ...rest,
      openapi: '3.0.3',
      info: {
        ...described,
        ...(license && { license: { name: license.name, url: `${servers[0]?.url}/legal` } }),
      },
      paths: Object.fromEntries(Object.entries(paths).map(([path, item]) => [path, eachOf(item)])),
    },
    (schema) => olderSchema(schema, resolve),
  );
}

const eachOf = (item: oas31.PathItemObject) =>
  Object.fromEntries(Object.entries(item).map(([method, one]) => [method, olderOperation(one)]));

function olderOperation({ security = [], ...operation }: oas31.OperationObject) {
  const scopes = security.flatMap((one) => Object.values(one).flat());
  const needed = scopes.map((scope) => ` Needs the scope \`${scope}\`.`).join('');
  return {
    ...operation,
    description: `${operation.description}${needed}`,
    security: security.map((one) =>
      Object.fromEntries(Object.keys(one).map((scheme) => [scheme, []])),
    ),
  };
}

function olderSchema(schema: AnySchema, resolve: Resolve): AnySchema {
  const { $ref, type, const: only, examples, anyOf, ...own } = schema;
  if ($ref !== undefined) {
    return Object.keys(own).length > 0 ? { allOf: [{ $ref }], ...own } : { $ref };
  }
  const [example] = Array.isArray(examples) ? examples : [];
  const types = [type ?? []].flat();
  return {
    ...(types.length > 0 && { type: types.find((one) => one !== 'null') ?? 'null' }),
    ...(types.length > 1 && types.includes('null') && { nullable: true }),
    ...(only !== undefined && { enum: [only] }),
    ...(example !== undefined && { example }),
    ...(anyOf && withoutNull(anyOf, resolve)),
    ...withoutOpenness(own),
  } as AnySchema;
}

/**
 * An object is open where nothing says that it is closed. Where something says that it is open,
 * generators make of it a map, which some languages cannot have beside members with names.
 */
function withoutOpenness(schema: AnySchema): AnySchema {
  const { additionalProperties: others, ...own } = schema;
  const isOpen = typeof others === 'object' && Object.keys(others).length === 0;
  return own.properties && isOpen ? own : schema;
}

/** `nullable` says nothing beside a reference, so what is referred to is repeated. */
function withoutNull(anyOf: AnySchema[], resolve: Resolve): AnySchema {
  const others = anyOf.filter(({ type }) => type !== 'null');
  const [one] = others;
  if (!one || others.length !== 1) return { anyOf };
  if (!one.$ref) return { ...one, nullable: true };
  const { title, ...repeated } = resolve(one as oas31.SchemaObject) as AnySchema;
  return { ...olderSchema(repeated, resolve), nullable: true };
}
