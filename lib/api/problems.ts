import { type ApiErrorCode, AppError } from '@/lib/errors';

/** Status, title and usual detail of each code. In English by contract. */
export const PROBLEM_TYPES: Record<
  ApiErrorCode,
  { status: number; title: string; detail: string }
> = {
  invalid_request: {
    status: 400,
    title: 'Invalid request',
    detail: 'The request could not be understood.',
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
  },
  invalid_api_key: {
    status: 401,
    title: 'Invalid API key',
    detail: 'The API key is invalid or has been revoked.',
  },
  insufficient_scope: {
    status: 403,
    title: 'Insufficient scope',
    detail: 'This API key may not do this.',
  },
  feature_not_available: {
    status: 403,
    title: 'Feature not available',
    detail: 'The plan of this workspace does not include this feature.',
  },
  owner_required: {
    status: 403,
    title: 'Owner required',
    detail: 'Only the Owner of the workspace may do this.',
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
  api_key_quota_reached: {
    status: 409,
    title: 'API key quota reached',
    detail: 'The workspace has as many active API keys as its plan allows.',
  },
  idempotency_key_in_progress: {
    status: 409,
    title: 'Idempotency key in progress',
    detail: 'A request with this Idempotency-Key is still running. Send it again in a moment.',
  },
  invoice_not_editable: {
    status: 409,
    title: 'Invoice not editable',
    detail: 'The status of this invoice does not allow this.',
  },
  payload_too_large: {
    status: 413,
    title: 'Payload too large',
    detail: 'The body may have at most 64 KiB.',
  },
  unsupported_media_type: {
    status: 415,
    title: 'Unsupported media type',
    detail: 'Send the body as application/json in UTF-8, not compressed.',
  },
  validation_failed: {
    status: 422,
    title: 'Validation failed',
    detail: 'Some fields are not as they should be; errors lists them.',
  },
  idempotency_key_reused: {
    status: 422,
    title: 'Idempotency key reused',
    detail: 'This Idempotency-Key was used for another request. Take a new key for each request.',
  },
  rate_limited: { status: 429, title: 'Too many requests', detail: 'The quota is used up.' },
  internal_error: {
    status: 500,
    title: 'Internal error',
    detail: 'Something went wrong on our side. The request id helps us find it.',
  },
  unavailable: {
    status: 503,
    title: 'Temporarily unavailable',
    detail: 'The service cannot answer right now.',
  },
};

/** Whether the API may tell of it; what only pages can run into is a bug there. */
export function isApiError(error: unknown): error is AppError<ApiErrorCode> {
  return error instanceof AppError && error.code in PROBLEM_TYPES;
}
