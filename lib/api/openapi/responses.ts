import type { ZodOpenApiResponsesObject } from 'zod-openapi';
import type { Endpoint, OpenEndpoint } from '@/lib/api/endpoint';
import { PROBLEM_TYPES } from '@/lib/api/problems';
import type { Method } from '@/lib/api/route';
import type { ApiErrorCode } from '@/lib/errors';
import { problemSchema } from './problem-schema';
import { headersOf } from './response-headers';

const ANYONE: readonly ApiErrorCode[] = ['validation_failed', 'internal_error'];
const WITH_KEY: readonly ApiErrorCode[] = [
  'missing_credentials',
  'invalid_api_key',
  'validation_failed',
  'rate_limited',
  'internal_error',
  'unavailable',
];
const WITH_BODY: readonly ApiErrorCode[] = [
  'malformed_json',
  'payload_too_large',
  'unsupported_media_type',
];
const POST_ONLY: readonly ApiErrorCode[] = [
  ...WITH_BODY,
  'invalid_request',
  'idempotency_key_in_progress',
  'idempotency_key_reused',
];

/** Every code that an endpoint can answer with. */
function errorsOf(path: string, method: Method, endpoint: Endpoint | OpenEndpoint): ApiErrorCode[] {
  if (endpoint.access === 'open') return [...ANYONE, ...(endpoint.errors ?? [])];
  return [
    ...WITH_KEY,
    ...(endpoint.scope ? (['insufficient_scope'] as const) : []),
    ...(path.includes('{') ? (['not_found'] as const) : []),
    ...(method === 'POST' ? POST_ONLY : endpoint.body ? WITH_BODY : []),
    ...(endpoint.errors ?? []),
  ];
}

/** The answers of an endpoint: the one of success, and one per status of its errors. */
export function responsesOf(
  path: string,
  method: Method,
  endpoint: Endpoint | OpenEndpoint,
): ZodOpenApiResponsesObject {
  const errors = errorsOf(path, method, endpoint);
  const status = endpoint.access === 'open' ? 200 : (endpoint.status ?? 200);
  const example = endpoint.access === 'open' ? undefined : endpoint.example;
  const success = {
    description: status === 204 ? 'Done.' : status === 201 ? 'Created.' : 'Success.',
    headers: headersOf(status, endpoint, method),
    ...(endpoint.answer && {
      content: {
        'application/json': {
          schema: endpoint.answer,
          ...(example !== undefined && { example }),
        },
      },
    }),
  };
  const statuses = [...new Set(errors.map((code) => PROBLEM_TYPES[code].status))].sort();
  const problems = statuses.map((one) => {
    const codes = errors.filter((code) => PROBLEM_TYPES[code].status === one);
    return [String(one), problemResponse(codes, endpoint, method)];
  });
  return { [status]: success, ...Object.fromEntries(problems) };
}

function problemResponse(codes: ApiErrorCode[], endpoint: Endpoint | OpenEndpoint, method: Method) {
  const status = PROBLEM_TYPES[codes[0] as ApiErrorCode].status;
  return {
    description: codes.map((code) => `\`${code}\`: ${PROBLEM_TYPES[code].detail}`).join('\n\n'),
    headers: headersOf(status, endpoint, method),
    content: {
      'application/problem+json': {
        schema: problemSchema,
        examples: Object.fromEntries(codes.map((code) => [code, { value: problemExample(code) }])),
      },
    },
  };
}

const EXAMPLE_EXTRAS: Partial<Record<ApiErrorCode, Record<string, unknown>>> = {
  validation_failed: {
    errors: [{ detail: 'Give an ISO 4217 code in capitals, such as EUR.', pointer: '#/currency' }],
  },
  rate_limited: { detail: 'Retry in 42 seconds.', retry_after: 42 },
  unavailable: { detail: 'Retry in 5 seconds.', retry_after: 5 },
  invoice_not_editable: { invoice_status: 'paid' },
};

/** What an answer with this code looks like. */
export function problemExample(code: ApiErrorCode) {
  return {
    type: `https://app.zendrhax.com/help/errors#${code}`,
    ...PROBLEM_TYPES[code],
    instance: 'urn:uuid:019ab1c2-7d3e-4f40-8a51-6b2c3d4e5f60',
    code,
    ...EXAMPLE_EXTRAS[code],
  };
}
