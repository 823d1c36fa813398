import { createHash } from 'node:crypto';
import { count, countOrRefuse, forget, type Limit, uncount } from '@/lib/limits/limiter';

const QUARTER_HOUR_SECONDS = 900;
const TEN = { quota: 10, windowSeconds: QUARTER_HOUR_SECONDS };

/** Wrong passwords for one account from one client address. */
const STRANGER = { name: 'sign-in-stranger', ...TEN };
/** The same from a browser that its person has signed in with before. */
const KNOWN_DEVICE = { name: 'sign-in-device', ...TEN };
/** The same from someone who is signed in. */
const SIGNED_IN = { name: 'password-again', ...TEN };
/** Wrong passwords of strangers from one client address, for any account. */
const PER_ADDRESS = { name: 'sign-in-address', quota: 100, windowSeconds: QUARTER_HOUR_SECONDS };
/**
 * Wrong passwords of strangers for one account, from any address: more than one address alone can
 * cause. Attempts beyond it take turns.
 */
const ALL_STRANGERS = { name: 'sign-in-strangers', quota: 50, windowSeconds: 3_600 };
const LONGEST_TURN_SECONDS = 60;

type Attempt = {
  /** the email, even if no account has it */
  account: string;
  /** left out for someone who is signed in */
  origin?: {
    address: string;
    /** from lib/identity/sessions/known-devices.ts; null for a stranger */
    knownDevice: string | null;
  };
};

/**
 * Limits how often a password may be tried (ASVS 6.3.1). Guessers are limited, not accounts: what a
 * stranger does slows down strangers, and no known device (docs/decisions/021). An attempt is
 * counted before the password is checked, so that a thousand at once gain nothing. A correct
 * password takes its count back.
 * @param check null when the password is wrong
 * @throws AppError `rate_limited`, the same for an account that does not exist
 */
export async function throttled<Result>(
  { account, origin }: Attempt,
  check: () => Promise<Result | null>,
): Promise<Result | null> {
  const subject = subjectOf(account);
  const stranger = origin && !origin.knownDevice ? origin : null;
  const [own, whose] = ownWindow(subject, origin);
  if (stranger) await countOrRefuse(PER_ADDRESS, stranger.address);
  await countOrRefuse(own, whose);
  if (stranger) await takeTurn(subject);

  const result = await check();
  if (result === null) return null;
  await forget(own, whose);
  if (stranger) {
    await uncount(PER_ADDRESS, stranger.address);
    await uncount(ALL_STRANGERS, subject);
  }
  return result;
}

/** Ends the throttle of an account, once its owner has proved who they are. */
export async function forgetAttempts(account: string): Promise<void> {
  const subject = subjectOf(account);
  await Promise.all([forget(ALL_STRANGERS, subject), forget(SIGNED_IN, subject)]);
}

function ownWindow(subject: string, origin: Attempt['origin']): [Limit, string] {
  if (!origin) return [SIGNED_IN, subject];
  const { address, knownDevice } = origin;
  return knownDevice
    ? [KNOWN_DEVICE, `${subject} ${knownDevice}`]
    : [STRANGER, `${subject} ${address}`];
}

/**
 * Lets one stranger at a time through, once there were too many attempts. The pause between two of
 * them doubles with every ten more, up to a minute.
 */
async function takeTurn(subject: string): Promise<void> {
  const { used } = await count(ALL_STRANGERS, subject);
  const over = used - ALL_STRANGERS.quota;
  if (over <= 0) return;
  const pause = Math.min(LONGEST_TURN_SECONDS, 2 ** Math.ceil(over / 10));
  await countOrRefuse({ name: `sign-in-turn-${pause}`, quota: 1, windowSeconds: pause }, subject);
}

/** A hash, so that Redis and memory hold no email address. */
const subjectOf = (account: string) => createHash('sha256').update(account).digest('base64url');
