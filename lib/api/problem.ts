import { env } from '@/lib/env';
import { AppError, type ErrorCode } from '@/lib/errors';
import { log } from '@/lib/log';
import { isOutage } from '@/lib/outage';

/** Status and title of each code (api-contract.md, "Errors"). Titles are in English by contract. */
const PROBLEMS: Record<ErrorCode, { status: number; title: string; detail: string }> = {
  invalid_request: {
    status: 400,
    title: 'Invalid request',
    detail: 'The request could not be understood.',
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
  validation_failed: {
    status: 422,
    title: 'Validation failed',
    detail: 'Some fields are not as they should be; errors lists them.',
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

const REALM = 'Bearer realm="zendrhax"';
const OUTAGE_RETRY_SECONDS = 5;

/** The members of a problem document. */
type Members = Record<string, unknown>;

/**
 * Turns anything thrown into an RFC 9457 answer. What is not an AppError is logged in full and
 * answered without detail: 503 for an outage of the database, 500 for a bug.
 * @param error what was thrown
 * @param requestId UUID, sent as `instance`, also in the log
 * @param headers headers the answer already has, such as the rate limit's
 */
export function problem(error: unknown, requestId: string, headers: Headers): Response {
  const refusal = toAppError(error, requestId);
  const { code } = refusal;
  const { status, title, detail } = PROBLEMS[code];
  const extra = membersOf(refusal, headers);
  const body = {
    type: `${env.NEXTAUTH_URL}/help/errors#${code}`,
    title,
    status,
    detail,
    instance: `urn:uuid:${requestId}`,
    code,
    ...extra,
  };
  headers.set('Content-Type', 'application/problem+json');
  return new Response(JSON.stringify(body), { status, headers });
}

function toAppError(error: unknown, requestId: string): AppError {
  if (error instanceof AppError) return error;
  if (isOutage(error)) {
    log.error({ err: error, requestId }, 'the database does not answer');
    return new AppError('unavailable', { retryAfter: OUTAGE_RETRY_SECONDS });
  }
  log.error({ err: error, requestId }, 'unexpected error');
  return new AppError('internal_error');
}

/** What a code adds to the body, and to the headers (RFC 6750 section 3, RFC 9110 section 10.2.3). */
function membersOf(error: AppError, headers: Headers): Members {
  if (AppError.is(error, 'missing_credentials')) {
    headers.set('WWW-Authenticate', REALM);
  }
  if (AppError.is(error, 'invalid_api_key')) {
    const { detail } = PROBLEMS.invalid_api_key;
    headers.set(
      'WWW-Authenticate',
      `${REALM}, error="invalid_token", error_description="${detail}"`,
    );
  }
  if (AppError.is(error, 'insufficient_scope')) {
    const { scope } = error.details;
    headers.set('WWW-Authenticate', `${REALM}, error="insufficient_scope", scope="${scope}"`);
    return { detail: `This API key lacks the scope ${scope}.` };
  }
  if (AppError.is(error, 'rate_limited') || AppError.is(error, 'unavailable')) {
    const { retryAfter } = error.details;
    headers.set('Retry-After', String(retryAfter));
    const unit = retryAfter === 1 ? 'second' : 'seconds';
    return { detail: `Retry in ${retryAfter} ${unit}.`, retry_after: retryAfter };
  }
  if (AppError.is(error, 'validation_failed')) {
    return { errors: error.details.errors.map(({ pointer, detail }) => ({ detail, pointer })) };
  }
  if (AppError.is(error, 'api_key_quota_reached')) return error.details;
  return {};
}
