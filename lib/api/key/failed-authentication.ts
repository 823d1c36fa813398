import { AppError } from '@/lib/errors';
import { count } from '@/lib/limits/limiter';
import { observeLimit } from '@/lib/process/metrics';

/** Wrong keys per minute and client address. Above this, wrong keys get 429 in place of 401. */
export const MAX_FAILURES = 200;

const LIMIT = { name: 'failed-authentication', quota: MAX_FAILURES, windowSeconds: 60 };

/**
 * Refuses a key that was looked up and does not work, and counts it first: of many at the same time,
 * no more than the limit get the answer of the first. Every wrong key gets the same answer, so that
 * the caller does not learn why it is wrong. A key that works never comes here.
 * @param address see clientAddress
 * @throws AppError `invalid_api_key`, or `rate_limited` above the limit
 */
export async function refuseWrongKey(address: string): Promise<never> {
  const { used, resetAfter } = await count(LIMIT, address);
  const isOver = used > MAX_FAILURES;
  observeLimit('failed_authentication', !isOver);
  if (isOver) throw new AppError('rate_limited', { retryAfter: resetAfter });
  throw new AppError('invalid_api_key');
}
