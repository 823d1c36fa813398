import { z } from 'zod';
import type { ZodOpenApiParameters } from 'zod-openapi';
import { conditions } from './conditional';
import type { DeclaredOperation } from './declared-operation';

const id = z.uuid().meta({
  description: 'The `id` from the response that created it.',
  example: '019ab1c2-7d3e-7f40-8a51-6b2c3d4e5f60',
  param: { id: 'Id' },
});

const idempotencyKey = z.string().min(1).max(255).meta({
  id: 'IdempotencyKey',
  // Some generators copy it into a text between quotation marks.
  pattern: '^(\\x22[ !#-\\[\\]-~]+\\x22|[!#-\\[\\]-~][!-~]*)$',
  description:
    'Makes the request safe to repeat: see the guide on idempotency. Visible ASCII characters, in quotation marks or without.',
});

/** The parameters of an operation: the `{…}` parts of its path, its query, its headers. */
export function requestParametersOf(operation: DeclaredOperation): ZodOpenApiParameters {
  const { path, method, endpoint } = operation;
  const headers = conditions(operation);
  if (endpoint.access === 'open') return { header: z.object(headers) };
  const names = [...path.matchAll(/{(\w+)}/g)].map((match) => String(match[1]));
  return {
    ...(names.length > 0 && { path: z.object(Object.fromEntries(names.map((one) => [one, id]))) }),
    ...(endpoint.query && { query: endpoint.query }),
    header: z.object({
      ...(method === 'POST' && idempotencyOf(endpoint.operationId)),
      ...headers,
    }),
  };
}

/**
 * Each operation has an example of its own: with the same key, a second operation would be refused.
 * Samples leave the header out: from the second run on, a fixed key would replay the first answer,
 * and a key that is new in each run protects nothing.
 */
function idempotencyOf(operationId: string) {
  const example = `${operationId}-8e03978e-40d5-43dd-bc93-6894a57f9324`;
  return { 'Idempotency-Key': idempotencyKey.optional().meta({ param: { example } }) };
}
