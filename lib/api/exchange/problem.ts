import type { ProblemHeaders, ProblemMembers, ProblemTypes } from '@/lib/api/problems/problem-type';
import { PROBLEM_TYPES } from '@/lib/api/problems/problems';
import { isOutage } from '@/lib/database/outage';
import { env } from '@/lib/env';
import { type ApiErrorCode, AppError, type DetailsOf } from '@/lib/errors';
import { log } from '@/lib/process/log';
import type { ApiResponse, ResponseHeaders } from './http';

const OUTAGE_RETRY_SECONDS = 5;
const EXAMPLE_REQUEST_ID = '019ab1c2-7d3e-4f40-8a51-6b2c3d4e5f60';

const types: ProblemTypes = PROBLEM_TYPES;

/** The body of a refusal (RFC 9457). */
type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  code: ApiErrorCode;
} & ProblemMembers;

/** A refusal as it is sent, without the headers that all answers have. */
export type ComposedProblem = { body: Problem; headers: ProblemHeaders };

/**
 * Turns anything thrown into the error that the caller sees. Anything but an expected refusal is
 * logged in full and answered without detail: 503 for a database outage, 500 for a bug.
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

/** A code that only pages use is a bug when a route throws it. */
function isApiError(error: unknown): error is AppError<ApiErrorCode> {
  return error instanceof AppError && error.code in types;
}

/**
 * Writes a refusal.
 * @param requestId UUID, sent as `instance`, also in the log
 * @param headers headers the answer already has, such as the rate limit's
 */
export function problem(
  { code, details }: AppError<ApiErrorCode>,
  requestId: string,
  headers: ResponseHeaders,
): ApiResponse {
  const { body, headers: own } = compose(code, details, env.NEXTAUTH_URL, requestId);
  for (const [name, value] of Object.entries(own)) headers.set(name, value);
  headers.set('Content-Type', 'application/problem+json');
  return { status: body.status, headers, body: JSON.stringify(body) };
}

/**
 * An example of an answer with this code.
 * @param origin of this installation, whose help center explains the code
 */
export function problemExample<Code extends ApiErrorCode>(
  code: Code,
  origin: string,
  details: DetailsOf<Code> = types[code].example as DetailsOf<Code>,
): ComposedProblem {
  return compose(code, details, origin, EXAMPLE_REQUEST_ID);
}

function compose<Code extends ApiErrorCode>(
  code: Code,
  details: DetailsOf<Code>,
  origin: string,
  requestId: string,
): ComposedProblem {
  const { status, title, detail, members, headers } = types[code];
  const body = {
    type: `${origin}/help/errors#${code}`,
    title,
    status,
    detail: typeof detail === 'string' ? detail : detail(details),
    instance: `urn:uuid:${requestId}`,
    code,
    ...members?.(details),
  };
  return { body, headers: headers?.(details) ?? {} };
}
