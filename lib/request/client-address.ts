import { env } from '@/lib/env';
import { clientIn, trusting } from '@/lib/facts/addresses.mjs';

const isTrusted = trusting(env.TRUSTED_PROXIES);

/** Reading an address takes microseconds, and most requests come from one that was read before. */
const remembered = new Map<string, string>();
const MAX_REMEMBERED = 10_000;
const MAX_LENGTH = 100;

/**
 * The address that a request came from, for limits: see {@link clientIn}. X-Forwarded-For is believed
 * as far as it was written by TRUSTED_PROXIES.
 * @returns an IPv4 address, or the /64 network of an IPv6 one, which one subscriber usually has;
 *   `unknown` when it cannot be read
 */
export function clientAddress(headers: Pick<Headers, 'get'>): string {
  const forwarded = headers.get('x-forwarded-for') ?? '';
  const known = remembered.get(forwarded);
  if (known) return known;
  const address = clientIn(forwarded, isTrusted);
  if (forwarded.length > MAX_LENGTH) return address;
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(forwarded, address);
  return address;
}
