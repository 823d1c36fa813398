import { createHash } from 'node:crypto';
import { AppError } from '@/lib/errors';
import { count, countOrRefuse, forget, uncount } from '@/lib/limits/limiter';

const QUARTER_HOUR_SECONDS = 900;

/** Wrong passwords for one account, from any address. */
const PER_ACCOUNT = { name: 'sign-in-account', quota: 10, windowSeconds: QUARTER_HOUR_SECONDS };
/** The same for someone signed in. Counted apart, so that a stranger's guesses do not block it. */
const SIGNED_IN = { name: 'password-again', quota: 10, windowSeconds: QUARTER_HOUR_SECONDS };
/** Wrong passwords from one client address, for any account. */
const PER_ADDRESS = { name: 'sign-in-address', quota: 100, windowSeconds: QUARTER_HOUR_SECONDS };

type Attempt = {
  /** the email, even if no account has it */
  account: string;
  /** left out for someone who is signed in */
  address?: string;
  /**
   * Whether the account's owner is known to use this address. Asked only when the account's quota
   * is used up, so that an attacker elsewhere cannot lock the owner out.
   */
  isFamiliar?: () => Promise<boolean>;
};

/**
 * Limits how often a password may be tried (ASVS 6.3.1). An attempt is counted before the password
 * is checked, so that a thousand at once gain nothing. A correct password takes its count back.
 * @param check null when the password is wrong
 * @throws AppError `rate_limited`, the same for an account that does not exist
 */
export async function throttled<Result>(
  { account, address, isFamiliar = async () => false }: Attempt,
  check: () => Promise<Result | null>,
): Promise<Result | null> {
  if (address) await countOrRefuse(PER_ADDRESS, address);
  const subject = subjectOf(account);
  const perAccount = address ? PER_ACCOUNT : SIGNED_IN;
  const { used, resetAfter } = await count(perAccount, subject);
  if (used > perAccount.quota && !(await isFamiliar())) {
    throw new AppError('rate_limited', { retryAfter: resetAfter });
  }
  const result = await check();
  if (result !== null) {
    await forgetAttempts(account);
    if (address) await uncount(PER_ADDRESS, address);
  }
  return result;
}

/** Ends the throttle of an account, once its owner has proved who they are. */
export async function forgetAttempts(account: string): Promise<void> {
  const subject = subjectOf(account);
  await Promise.all([forget(PER_ACCOUNT, subject), forget(SIGNED_IN, subject)]);
}

/** A hash, so that Redis and memory hold no email address. */
const subjectOf = (account: string) => createHash('sha256').update(account).digest('base64url');
