import type { ZodOpenApiResponseObject, ZodOpenApiResponsesObject } from 'zod-openapi';
import { type ComposedProblem, problemExample } from '@/lib/api/exchange/problem';
import type { AnsweredCode } from '@/lib/api/problems/codes';
import type { ProblemTypes } from '@/lib/api/problems/problem-type';
import { PROBLEM_TYPES } from '@/lib/api/problems/problems';
import { isConditional } from './conditional';
import type { DeclaredOperation } from './declared-operation';
import { problemSchema } from './problem-schema';
import { knownHeaders, refusalHeaders, successHeaders } from './response-headers';

/** What server/refuse.mjs answers to improper HTTP, whatever that is about. */
const IMPROPER: readonly AnsweredCode[] = [
  'invalid_request',
  'request_timeout',
  'headers_too_large',
];
const ANYONE: readonly AnsweredCode[] = [...IMPROPER, 'internal_error'];
const WITH_KEY: readonly AnsweredCode[] = [
  ...IMPROPER,
  'missing_credentials',
  'invalid_api_key',
  'validation_failed',
  'rate_limited',
  'internal_error',
  'unavailable',
];
const WITH_BODY: readonly AnsweredCode[] = [
  'malformed_json',
  'payload_too_large',
  'unsupported_media_type',
];
/** Of an open endpoint that takes something. */
const TAKEN: readonly AnsweredCode[] = [
  ...WITH_BODY,
  'validation_failed',
  'rate_limited',
  'unavailable',
];
const POST_ONLY: readonly AnsweredCode[] = [
  ...WITH_BODY,
  'idempotency_key_in_progress',
  'idempotency_key_reused',
];

const SUCCESS = { 200: 'Success.', 201: 'Created.', 202: 'Accepted.', 204: 'Done.' };

/** The answers of an operation: success, and one answer per error status. */
export function responsesOf(operation: DeclaredOperation): ZodOpenApiResponsesObject {
  const { endpoint } = operation;
  const { status = 200 } = endpoint;
  const example = endpoint.access === 'open' ? undefined : endpoint.example;
  const success = {
    description: SUCCESS[status],
    headers: successHeaders(operation),
    ...(endpoint.answer && {
      content: {
        'application/json': {
          schema: endpoint.answer,
          ...(example !== undefined && { example }),
        },
      },
    }),
  };
  const codes = codesOf(operation);
  const statuses = [...new Set(codes.map((code) => PROBLEM_TYPES[code].status))].sort();
  const problems = statuses.map((one) => {
    const those = codes.filter((code) => PROBLEM_TYPES[code].status === one);
    return [String(one), problemResponse(those, operation)];
  });
  return {
    [status]: success,
    ...(operation.method === 'GET' && isConditional(operation) && { 304: known(operation) }),
    ...Object.fromEntries(problems),
  };
}

function known(operation: DeclaredOperation) {
  return {
    description:
      'You have it already: it has an ETag that `If-None-Match` names. There is no body.',
    headers: knownHeaders(operation),
  };
}

/** Every code that an operation can answer with. */
function codesOf(operation: DeclaredOperation): AnsweredCode[] {
  const { path, method, endpoint } = operation;
  const own = [
    ...(endpoint.errors ?? []),
    ...(isConditional(operation) ? (['precondition_failed'] as const) : []),
  ];
  if (endpoint.access === 'open') return [...ANYONE, ...(endpoint.takes ? TAKEN : []), ...own];
  return [
    ...WITH_KEY,
    ...(endpoint.scope ? (['insufficient_scope'] as const) : []),
    ...(path.includes('{') ? (['not_found'] as const) : []),
    ...(method === 'POST' ? POST_ONLY : endpoint.body ? WITH_BODY : []),
    ...own,
  ];
}

/**
 * One component for all operations that refuse in the same way.
 * @param codes that share one status
 */
function problemResponse(codes: AnsweredCode[], operation: DeclaredOperation) {
  const { refusals } = operation;
  const id = responseNameOf(codes, operation);
  const response = refusals.get(id) ?? { id, ...composeResponse(codes, operation) };
  refusals.set(id, response);
  return response;
}

/** Such as `MissingCredentialsOrInvalidApiKey`; it says what else the answer depends on. */
function responseNameOf(codes: AnsweredCode[], { endpoint }: DeclaredOperation): string {
  if (endpoint.access === 'open') return `${pascal(codes.join('_or_'))}WithoutKey`;
  const isOfScope = codes.includes('insufficient_scope') && endpoint.scope;
  return pascal(codes.join('_or_')) + (isOfScope ? pascal(endpoint.scope) : '');
}

function pascal(words = ''): string {
  return words
    .split(/[_:]/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

function composeResponse(
  codes: AnsweredCode[],
  operation: DeclaredOperation,
): ZodOpenApiResponseObject {
  const examples = codes.map((code) => exampleOf(code, operation));
  return {
    description: codes.map((code) => `\`${code}\`: ${descriptionOf(code)}`).join('\n\n'),
    headers: refusalHeaders(examples, operation),
    content: {
      'application/problem+json': {
        schema: problemSchema,
        examples: Object.fromEntries(examples.map(({ body }) => [body.code, { value: body }])),
      },
    },
  };
}

function exampleOf(code: AnsweredCode, { origin, endpoint }: DeclaredOperation): ComposedProblem {
  if (code === 'insufficient_scope' && endpoint.access === 'api_key' && endpoint.scope) {
    return problemExample(code, origin, { scope: endpoint.scope });
  }
  return problemExample(code, origin);
}

/** A sentence about a code that is true of every answer with it. */
function descriptionOf(code: AnsweredCode): string {
  const { title, detail, described }: ProblemTypes[AnsweredCode] = PROBLEM_TYPES[code];
  return described ?? (typeof detail === 'string' ? detail : `${title}.`);
}
