const FIRST_SECONDS = 5;
const LONGEST_SECONDS = 3_600;
/** By how much a pause may differ, so that what failed together is not tried together. */
const SPREAD = 0.2;

/**
 * How long to wait after a failed attempt: twice as long each time, from five seconds to an hour. A mail
 * server that asks for patience (greylisting, RFC 6647) takes a mail after minutes; one that is down is
 * not kept down.
 * @param attempts how many have failed, from 1
 * @param random from 0 to 1
 * @returns whole seconds
 */
export function pauseSeconds(attempts: number, random = Math.random()): number {
  const pause = Math.min(FIRST_SECONDS * 2 ** (attempts - 1), LONGEST_SECONDS);
  return Math.round(pause * (1 + SPREAD * (2 * random - 1)));
}
