import type { oas31 } from 'zod-openapi';

export type Schema = oas31.SchemaObject;

/** Follows a `$ref`. Members beside it, such as a description, override those it refers to. */
export type Resolve = (schema: Schema | oas31.ReferenceObject) => Schema;

/** @throws Error when a `$ref` points to nothing, which is a bug in the document */
export function resolverOf(document: oas31.OpenAPIObject): Resolve {
  const schemas = document.components?.schemas ?? {};
  const resolve: Resolve = (schema) => {
    const { $ref, ...own } = schema as Schema & oas31.ReferenceObject;
    if ($ref === undefined) return schema as Schema;
    const named = schemas[$ref.replace('#/components/schemas/', '')];
    if (!named) throw new Error(`The OpenAPI document has no ${$ref}.`);
    return { ...resolve(named), ...own };
  };
  return resolve;
}

/**
 * Follows the `$ref` of an answer or a parameter, if it has one.
 * @throws Error when it points to nothing, which is a bug in the document
 */
export function componentOf<Thing extends object>(
  document: oas31.OpenAPIObject,
  thing: Thing | oas31.ReferenceObject,
): Thing {
  if (!('$ref' in thing)) return thing;
  const [, , kind = '', name = ''] = String(thing.$ref).split('/');
  const components = document.components as Record<string, Record<string, Thing>> | undefined;
  const named = components?.[kind]?.[name];
  if (!named) throw new Error(`The OpenAPI document has no ${thing.$ref}.`);
  return named;
}
