import { IMPROPER } from '@/lib/facts/improper-requests.mjs';
import { invalidKey, REALM, retry } from './problem-parts';
import type { ProblemTypes } from './problem-type';

/**
 * Everything about each code, in English by contract. The answers of the API, their examples in the
 * OpenAPI document and the error reference of the help center all come from these rows.
 * Headers are those of RFC 6750 section 3 and RFC 9110 section 10.2.3.
 */
export const PROBLEM_TYPES = {
  invalid_request: {
    ...IMPROPER.invalid_request,
    detail: ({ detail }) => detail,
    example: {
      detail: 'Idempotency-Key must be 1 to 255 visible ASCII characters, bare or in quotes.',
    },
  },
  malformed_json: {
    status: 400,
    title: 'Malformed JSON',
    detail: 'The body is not JSON in UTF-8.',
  },
  missing_credentials: {
    status: 401,
    title: 'Missing credentials',
    detail: 'Send an API key in the Authorization header: Authorization: Bearer sk_…',
    headers: () => ({ 'WWW-Authenticate': REALM }),
  },
  invalid_api_key: { status: 401, title: 'Invalid API key', ...invalidKey },
  insufficient_scope: {
    status: 403,
    title: 'Insufficient scope',
    detail: ({ scope }) => `This API key lacks the scope ${scope}.`,
    headers: ({ scope }) => ({
      'WWW-Authenticate': `${REALM}, error="insufficient_scope", scope="${scope}"`,
    }),
    example: { scope: 'invoices:write' },
  },
  feature_not_available: {
    status: 403,
    title: 'Feature not available',
    detail: 'The plan of this workspace does not include this feature.',
    onlyInApp: true,
  },
  owner_required: {
    status: 403,
    title: 'Owner required',
    detail: 'Only the Owner of the workspace may do this.',
    onlyInApp: true,
  },
  not_found: {
    status: 404,
    title: 'Not found',
    detail: 'There is nothing here under this address.',
  },
  method_not_allowed: {
    status: 405,
    title: 'Method not allowed',
    detail: 'This address does not take this method; the Allow header lists those it does.',
  },
  request_timeout: IMPROPER.request_timeout,
  headers_too_large: IMPROPER.headers_too_large,
  api_key_quota_reached: {
    status: 409,
    title: 'API key quota reached',
    detail: ({ limit, active }) => `The plan allows ${limit} active API keys; there are ${active}.`,
    onlyInApp: true,
  },
  idempotency_key_in_progress: {
    status: 409,
    title: 'Idempotency key in progress',
    detail: 'A request with this Idempotency-Key is still running. Send it again in a moment.',
    members: () => ({ retry_after: 1 }),
    headers: () => ({ 'Retry-After': '1' }),
  },
  invoice_not_editable: {
    status: 409,
    title: 'Invoice not editable',
    detail: ({ invoiceStatus }) => `This invoice is ${invoiceStatus}, which does not allow this.`,
    members: ({ invoiceStatus }) => ({ invoice_status: invoiceStatus }),
    example: { invoiceStatus: 'paid' },
  },
  reference_in_use: {
    status: 409,
    title: 'Reference in use',
    detail: 'Another invoice of the workspace has this reference; invoice_id says which.',
    members: ({ invoiceId }) => ({ invoice_id: invoiceId }),
    example: { invoiceId: '019ab1c2-7d3e-7f40-8a51-6b2c3d4e5f60' },
  },
  precondition_failed: {
    status: 412,
    title: 'Precondition failed',
    detail: 'It is not, or no longer, in a state that If-Match or If-None-Match asks for.',
  },
  payload_too_large: {
    status: 413,
    title: 'Payload too large',
    detail:
      'The body may have at most 64 KiB, or 640 KiB where it is valid and its texts need them; a report of leaked keys may have 128 KiB.',
  },
  unsupported_media_type: {
    status: 415,
    title: 'Unsupported media type',
    detail: 'Send the body as application/json in UTF-8, not compressed.',
    headers: ({ headers }) => headers,
    example: { headers: { Accept: 'application/json' } },
  },
  validation_failed: {
    status: 422,
    title: 'Validation failed',
    detail: 'Some fields or parameters are not as they should be; errors lists them.',
    members: ({ errors }) => ({
      errors: errors.map(({ detail, pointer, parameter }) => ({
        detail,
        ...(parameter === undefined ? { pointer } : { parameter }),
      })),
    }),
    example: {
      errors: [
        {
          pointer: '#/currency',
          code: 'invalid_value',
          detail: 'Give an ISO 4217 code in capitals, such as EUR.',
        },
      ],
    },
  },
  idempotency_key_reused: {
    status: 422,
    title: 'Idempotency key reused',
    detail: 'This Idempotency-Key was used for another request. Take a new key for each request.',
  },
  rate_limited: { status: 429, title: 'Too many requests', ...retry, example: { retryAfter: 42 } },
  internal_error: {
    status: 500,
    title: 'Internal error',
    detail: 'Something went wrong on our side. The request id helps us find it.',
  },
  unavailable: {
    status: 503,
    title: 'Temporarily unavailable',
    ...retry,
    example: { retryAfter: 5 },
  },
} satisfies ProblemTypes;
