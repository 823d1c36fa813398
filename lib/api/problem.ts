import { isOutage } from '@/lib/database/outage';
import { env } from '@/lib/env';
import { type ApiErrorCode, AppError } from '@/lib/errors';
import { log } from '@/lib/process/log';
import { isApiError, PROBLEM_TYPES } from './problems';

const REALM = 'Bearer realm="zendrhax"';
const OUTAGE_RETRY_SECONDS = 5;

/** The members of a problem document. */
type Members = Record<string, unknown>;

/**
 * What anything thrown means to the caller. What is not an AppError is logged in full, and told
 * without detail: 503 for an outage of the database, 500 for a bug.
 */
export function toAppError(error: unknown, requestId: string): AppError<ApiErrorCode> {
  if (isApiError(error)) return error;
  if (isOutage(error)) {
    log.error({ err: error, requestId }, 'the database does not answer');
    return new AppError('unavailable', { retryAfter: OUTAGE_RETRY_SECONDS });
  }
  log.error({ err: error, requestId }, 'unexpected error');
  return new AppError('internal_error');
}

/**
 * Writes a refusal as RFC 9457 has it.
 * @param requestId UUID, sent as `instance`, also in the log
 * @param headers headers the answer already has, such as the rate limit's
 */
export function problem(
  refusal: AppError<ApiErrorCode>,
  requestId: string,
  headers: Headers,
): Response {
  const { code } = refusal;
  const { status, title, detail } = PROBLEM_TYPES[code];
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

/** What a code adds to the body, and to the headers (RFC 6750 section 3, RFC 9110 section 10.2.3). */
function membersOf(error: AppError, headers: Headers): Members {
  if (AppError.is(error, 'missing_credentials')) {
    headers.set('WWW-Authenticate', REALM);
  }
  if (AppError.is(error, 'invalid_api_key')) {
    const { detail } = PROBLEM_TYPES.invalid_api_key;
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
  if (AppError.is(error, 'invalid_request')) return error.details;
  if (AppError.is(error, 'invoice_not_editable')) {
    const { invoiceStatus } = error.details;
    return {
      detail: `This invoice is ${invoiceStatus}, which does not allow this.`,
      invoice_status: invoiceStatus,
    };
  }
  if (AppError.is(error, 'validation_failed')) {
    return { errors: error.details.errors.map(({ pointer, detail }) => ({ detail, pointer })) };
  }
  if (AppError.is(error, 'api_key_quota_reached')) return error.details;
  return {};
}
