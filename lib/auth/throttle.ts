import { createHash } from 'node:crypto';
import { AppError } from '@/lib/errors';
import { count, countOrRefuse, forget, uncount } from '@/lib/limits/limiter';

const QUARTER_HOUR_SECONDS = 900;

/** Wrong passwords for one account, wherever they come from. */
const PER_ACCOUNT = { name: 'sign-in-account', quota: 10, windowSeconds: QUARTER_HOUR_SECONDS };
/** The same from people who are signed in, whom no stranger's guesses keep from their settings. */
const SIGNED_IN = { name: 'password-again', quota: 10, windowSeconds: QUARTER_HOUR_SECONDS };
/** Wrong passwords from one client address, whatever account they are for. */
const PER_ADDRESS = { name: 'sign-in-address', quota: 100, windowSeconds: QUARTER_HOUR_SECONDS };

type Attempt = {
  /** the email, whether or not there is such an account */
  account: string;
  /** left out for someone who is signed in */
  address?: string;
  /**
   * Asked only once the account's quota is used up: whether this address is known to be its
   * owner's. So an attacker elsewhere can slow the account down and not lock its owner out.
   */
  isFamiliar?: () => Promise<boolean>;
};

/**
 * Limits how often a password may be tried (ASVS 6.3.1). An attempt counts before
 * the password is looked at, so that a thousand at once gain nothing; one that succeeds is taken back.
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

/** Ends the throttle of an account: its owner has shown who they are. */
export async function forgetAttempts(account: string): Promise<void> {
  const subject = subjectOf(account);
  await Promise.all([forget(PER_ACCOUNT, subject), forget(SIGNED_IN, subject)]);
}

/** Redis and memory hold no email address. */
const subjectOf = (account: string) => createHash('sha256').update(account).digest('base64url');
