import type { oas31 } from 'zod-openapi';
import { exampleOf } from './example';
import { type Field, fieldOf, fieldsOf } from './fields';
import { componentOf, type Resolve, resolverOf, type Schema } from './schema';

export type Parameter = Field & { in: 'path' | 'query' | 'header'; example: unknown };

/** JSON that is sent or answered. */
export type Content = { fields: Field[]; example: unknown };

/** One method of one address, as a page shows it. */
export type Operation = {
  id: string;
  /** in capitals */
  method: string;
  /** with its `{…}` parts, such as `/api/invoices/{id}` */
  path: string;
  summary: string;
  description: string;
  needsKey: boolean;
  /** what the key must be allowed to do; undefined when any key will do */
  scope: string | undefined;
  parameters: Parameter[];
  body: Content | undefined;
  answer: { status: number; content: Content | undefined };
  /** the error codes that it can answer with, by status */
  errors: { status: number; codes: string[] }[];
};

/** @param method in small letters, as in the document */
export function operationOf(
  document: oas31.OpenAPIObject,
  path: string,
  method: string,
  operation: oas31.OperationObject,
): Operation {
  const resolve = resolverOf(document);
  const responses = Object.entries(operation.responses ?? {}).map(
    ([status, response]) =>
      [Number(status), componentOf<oas31.ResponseObject>(document, response)] as const,
  );
  const [status, success] = responses.find(([one]) => one < 300) ?? [200, undefined];
  const refusals = responses.filter(([one]) => one >= 400);
  return {
    id: operation.operationId ?? `${method} ${path}`,
    method: method.toUpperCase(),
    path,
    summary: operation.summary ?? path,
    description: operation.description ?? '',
    needsKey: operation.security?.length !== 0,
    scope: operation.security?.[0]?.apiKey?.[0],
    parameters: (operation.parameters ?? []).map((one) =>
      parameterOf(componentOf(document, one), resolve),
    ),
    body: contentOf(operation.requestBody as oas31.RequestBodyObject | undefined, resolve),
    answer: { status, content: contentOf(success, resolve) },
    errors: refusals.map(([one, { content }]) => ({
      status: one,
      codes: Object.keys(content?.['application/problem+json']?.examples ?? {}),
    })),
  };
}

function parameterOf(parameter: oas31.ParameterObject, resolve: Resolve): Parameter {
  const schema = resolve(parameter.schema ?? {});
  return {
    ...fieldOf(parameter.name, schema, parameter.required ?? false, resolve),
    in: parameter.in as Parameter['in'],
    example: isSampled(parameter, schema) ? parameter.example : undefined,
  };
}

/** Samples leave out what only some callers want: parameters whose schema has no example. */
function isSampled({ required }: oas31.ParameterObject, { example }: Schema): boolean {
  return required || example !== undefined;
}

function contentOf(
  holder: { content?: oas31.ContentObject } | undefined,
  resolve: Resolve,
): Content | undefined {
  const media = holder?.content?.['application/json'];
  if (!media?.schema) return undefined;
  const schema: Schema = resolve(media.schema);
  return {
    fields: fieldsOf(schema, resolve),
    example: media.example ?? exampleOf(schema, resolve),
  };
}
