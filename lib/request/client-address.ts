import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';
import proxyAddr from 'proxy-addr';
import { env } from '@/lib/env';

const isTrusted = proxyAddr.compile(env.TRUSTED_PROXIES);

/** Reading an address takes microseconds, and most requests come from one that was read before. */
const remembered = new Map<string, string>();
const MAX_REMEMBERED = 10_000;
const MAX_LENGTH = 100;

/**
 * The address that a request came from, for limits. server/edge.mjs appends the socket's address to
 * X-Forwarded-For. An earlier address there is the caller's claim: it counts only if every address
 * after it is a proxy in TRUSTED_PROXIES (ASVS 4.1.3).
 * @returns an IPv4 address, or the /64 network of an IPv6 one, which one subscriber usually has;
 *   `unknown` when it cannot be read
 */
export function clientAddress(headers: Pick<Headers, 'get'>): string {
  const forwarded = headers.get('x-forwarded-for') ?? '';
  const known = remembered.get(forwarded);
  if (known) return known;
  const address = readAddress(forwarded);
  if (forwarded.length > MAX_LENGTH) return address;
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(forwarded, address);
  return address;
}

function readAddress(forwarded: string): string {
  const hops = forwarded.split(',').map((hop) => hop.trim());
  const socket = hops.pop() ?? '';
  const request = {
    headers: { 'x-forwarded-for': hops.join(',') },
    connection: { remoteAddress: socket },
  };
  const address = proxyAddr(request as unknown as IncomingMessage, isTrusted);
  return ipaddr.isValid(address) ? networkOf(ipaddr.process(address)) : 'unknown';
}

function networkOf(address: ipaddr.IPv4 | ipaddr.IPv6): string {
  if (address instanceof ipaddr.IPv4) return address.toString();
  const network = new ipaddr.IPv6([...address.parts.slice(0, 4), 0, 0, 0, 0]);
  return `${network}/64`;
}
