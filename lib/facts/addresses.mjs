/** Who a connection or a request comes from, for limits and for the log. */
import ipaddr from 'ipaddr.js';
import proxyAddr from 'proxy-addr';

/** An address in brackets, or one of IPv4, each with or without a port. */
const WITH_PORT = /^(?:\[([^[\]]*)\]|([\d.]+))(?::\d{1,5})?$/;

/**
 * @param {string} list TRUSTED_PROXIES: addresses, ranges or names, with commas between them
 * @returns {string[]}
 */
export const proxiesIn = (list) => list.split(',').map((part) => part.trim());

/**
 * @param {readonly string[]} proxies see {@link proxiesIn}
 * @returns {(address: string) => boolean} whether an address is one of theirs
 * @throws Error if one of them is no address, range or name
 */
export function trusting(proxies) {
  const isTrusted = proxyAddr.compile([...proxies]);
  return (address) => isTrusted(address, 0);
}

/**
 * The address that a request comes from. The last address in X-Forwarded-For is the socket's
 * (server/edge.mjs). An earlier one is a caller's claim: it counts only if every address after it is
 * a proxy's (ASVS 4.1.3).
 * @param {string} forwarded
 * @param {(address: string) => boolean} isTrusted see {@link trusting}
 * @returns {string} of IPv4 also where it is written as one of IPv6; `unknown` when it cannot be read
 */
export function clientIn(forwarded, isTrusted) {
  const hops = forwarded.split(',');
  let address = withoutPort(hops.pop());
  while (hops.length > 0 && isTrusted(address)) address = withoutPort(hops.pop());
  return wholeOf(address);
}

/**
 * @param {string} address
 * @returns {string} see {@link clientIn}
 */
function wholeOf(address) {
  if (!ipaddr.isValid(address)) return 'unknown';
  const parsed = ipaddr.process(address);
  // Without the zone of a link-local one, which only its own host knows (RFC 4007 section 11.2).
  return (parsed instanceof ipaddr.IPv4 ? parsed : new ipaddr.IPv6(parsed.parts)).toString();
}

/**
 * What shares one limit.
 * @param {string} address
 * @returns {string} an IPv4 address, or the /64 network of an IPv6 one, which one subscriber usually
 *   has; `unknown` when it cannot be read
 */
export function networkOf(address) {
  if (!ipaddr.isValid(address)) return 'unknown';
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.toString();
  return `${new ipaddr.IPv6([...parsed.parts.slice(0, 4), 0, 0, 0, 0])}/64`;
}

/** Azure's balancers, and others that are told to, write the port of the client too. */
function withoutPort(hop = '') {
  const address = hop.trim();
  const [, bracketed, plain] = WITH_PORT.exec(address) ?? [];
  return bracketed ?? plain ?? address;
}
