import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';
import proxyAddr from 'proxy-addr';
import { env } from '@/lib/env';

const isTrusted = proxyAddr.compile(env.TRUSTED_PROXIES);

/**
 * Whom a request came from, for limits. The last address of X-Forwarded-For is the socket's, put
 * there by server/edge.mjs; those before it are the caller's word, and count only as far as the
 * hops after them are proxies named in TRUSTED_PROXIES (ASVS 4.1.3).
 * @returns an IPv4 address, or the /64 network of an IPv6 one, which is what one subscriber gets;
 *   `unknown` when it cannot be read
 */
export function clientAddress(headers: Headers): string {
  const hops = (headers.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim());
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
  return `${address.toNormalizedString().split(':').slice(0, 4).join(':')}::/64`;
}
