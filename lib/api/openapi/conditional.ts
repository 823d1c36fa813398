import { z } from 'zod';
import type { DeclaredOperation } from './declared-operation';

/** Whether the operation is about something that exists before it and has an ETag. */
export function isConditional({ endpoint }: DeclaredOperation): boolean {
  return endpoint.etag === true && !(endpoint.access === 'api_key' && endpoint.status === 201);
}

/**
 * The preconditions that a request may have. Tools send the examples, so these hold in any state.
 */
export function conditions(operation: DeclaredOperation) {
  if (!isConditional(operation)) return {};
  const { method } = operation;
  const done = method === 'GET' ? 'Responds' : 'Takes effect';
  return {
    'If-Match': z
      .string()
      .optional()
      .meta({
        description: `${done} only if the current ETag is one of these, or, with \`*\`, if there is one; otherwise 412.`,
        param: { example: '*' },
      }),
    ...(method === 'GET' && {
      'If-None-Match': z
        .string()
        .optional()
        .meta({
          description:
            'ETags that you already have, separated by commas: 304 if one of them still matches.',
          param: { example: '"seen-before"' },
        }),
    }),
  };
}
