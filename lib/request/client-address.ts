import { env } from '@/lib/env';
import { clientIn, networkOf, trusting } from '@/lib/facts/addresses.mjs';

const isTrusted = trusting(env.TRUSTED_PROXIES);

type Client = {
  /** see {@link wholeAddress} */
  address: string;
  /** see {@link clientAddress} */
  network: string;
};

/** Reading an address takes microseconds, and most requests come from one that was read before. */
const remembered = new Map<string, Client>();
const MAX_REMEMBERED = 10_000;
const MAX_LENGTH = 100;

/**
 * The address that a request came from, for limits: see {@link clientIn}. X-Forwarded-For is believed
 * as far as it was written by TRUSTED_PROXIES.
 * @returns an IPv4 address, or the /64 network of an IPv6 one, which one subscriber usually has;
 *   `unknown` when it cannot be read
 */
export const clientAddress = (headers: Pick<Headers, 'get'>): string => clientOf(headers).network;

/**
 * The same, with all of an IPv6 address, for lists of addresses, which may name a part of a network.
 * It is nowhere kept.
 */
export const wholeAddress = (headers: Pick<Headers, 'get'>): string => clientOf(headers).address;

function clientOf(headers: Pick<Headers, 'get'>): Client {
  const forwarded = headers.get('x-forwarded-for') ?? '';
  const known = remembered.get(forwarded);
  if (known) return known;
  const address = clientIn(forwarded, isTrusted);
  const client = { address, network: networkOf(address) };
  if (forwarded.length > MAX_LENGTH) return client;
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(forwarded, client);
  return client;
}
