import { AppError } from '@/lib/errors';
import { count, look } from '@/lib/limits/limiter';
import { observeLimit } from '@/lib/process/metrics';
import { oncePerProcess } from '@/lib/process/once-per-process';

const REMEMBERED_KEYS = 10_000;

/** Wrong keys per minute and client address. After that, keys are refused without a look-up. */
export const MAX_FAILURES = 200;

const LIMIT = { name: 'failed-authentication', quota: MAX_FAILURES, windowSeconds: 60 };

const seen = oncePerProcess('seen-keys', () => new Set<string>());

/**
 * Whether this instance remembers that a key has worked. Such a key skips the limit on wrong keys,
 * so that someone who guesses from the same address cannot lock it out. The look-up still decides
 * whether it works.
 */
export function hasWorked(hash: string): boolean {
  return seen.has(hash);
}

/**
 * Refuses an address that has presented too many wrong keys, before anything is looked up.
 * @param address see clientAddress
 * @throws AppError `rate_limited`
 */
export async function assertMayTry(address: string): Promise<void> {
  const failures = await look(LIMIT, address);
  if (!failures || failures.used < MAX_FAILURES) return;
  observeLimit('failed_authentication', false);
  throw new AppError('rate_limited', { retryAfter: failures.resetAfter });
}

/**
 * Counts a wrong key against the address that presented it.
 * @param hash SHA-256 of what was presented, or null for what cannot be a key
 */
export async function noteFailure(address: string, hash: string | null): Promise<void> {
  if (hash) seen.delete(hash);
  observeLimit('failed_authentication', true);
  await count(LIMIT, address);
}

/** Remembers that this key has worked. It opens nothing: see {@link hasWorked}. */
export function noteSuccess(hash: string): void {
  if (seen.size >= REMEMBERED_KEYS) seen.delete(seen.values().next().value ?? '');
  seen.add(hash);
}
