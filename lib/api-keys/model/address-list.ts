import ipaddr from 'ipaddr.js';
import { withKeysCut } from '@/lib/text';

/** How many addresses and ranges the list of a key may have. */
export const MOST_ADDRESSES = 100;

/** Why an entry cannot be on a list, and what stands in the sentence that says so. */
export type WrongAddress =
  | { code: 'no_address' | 'every_address'; typed: string }
  | { code: 'host_bits'; typed: string; range: string; address: string };

type Read = { range: string; wrong: null } | { range: null; wrong: WrongAddress };

/** Four decimal numbers (RFC 6943 section 3.1.1: other forms are read differently elsewhere). */
const DECIMAL = '(?:0|[1-9]\\d{0,2})(?:\\.(?:0|[1-9]\\d{0,2})){3}';
const IPV4 = new RegExp(`^${DECIMAL}$`);
/** Without the zone of a link-local one, which only its own host knows. */
const IPV6 = new RegExp(`^[\\da-f:]*:(?:[\\da-f:]*|${DECIMAL})$`, 'i');
const PREFIX = /^(0|[1-9]\d{0,2})$/;
/** The bits before those of IPv4 in an IPv4-mapped address (RFC 4291 section 2.5.5.2). */
const MAPPED_BITS = 96;
const MAX_QUOTED = 60;

/** The entries of a list as somebody types or pastes it: with spaces, lines or commas between them. */
export const entriesIn = (text: string): string[] => text.split(/[\s,;]+/).filter(Boolean);

/**
 * Reads one entry of a list: an address, or a range (RFC 4632 section 3.1, RFC 4291 section 2.3).
 * @returns `range` as lists keep it: a single address without a length, one of IPv6 in short,
 *   and IPv4 never as IPv6; or what is wrong with it
 */
export function readEntry(entry: string): Read {
  const typed = withKeysCut(entry).slice(0, MAX_QUOTED);
  const [written = '', length, ...rest] = entry.split('/');
  const parsed = parse(written);
  if (!parsed || rest.length > 0) return refused({ code: 'no_address', typed });
  const bits = length === undefined ? sizeOf(parsed) : bitsOf(length, sizeOf(parsed));
  if (bits === null) return refused({ code: 'no_address', typed });
  const [address, prefix] = unmapped(parsed, bits);
  if (prefix === 0) return refused({ code: 'every_address', typed });
  const range = inWords(networkOf(address, prefix), prefix);
  if (networkOf(address, prefix).toString() === address.toString()) return { range, wrong: null };
  return refused({ code: 'host_bits', typed, range, address: address.toString() });
}

const refused = (wrong: WrongAddress): Read => ({ range: null, wrong });

type Address = ipaddr.IPv4 | ipaddr.IPv6;

function parse(text: string): Address | null {
  const isWritten = IPV4.test(text) || IPV6.test(text);
  return isWritten && ipaddr.isValid(text) ? ipaddr.parse(text) : null;
}

const sizeOf = (address: Address) => (address.kind() === 'ipv4' ? 32 : 128);

function bitsOf(length: string, size: number): number | null {
  return PREFIX.test(length) && Number(length) <= size ? Number(length) : null;
}

/** A range of IPv4-mapped addresses is one of IPv4: requests from there are read as IPv4. */
function unmapped(address: Address, bits: number): [Address, number] {
  const isMapped = address instanceof ipaddr.IPv6 && address.isIPv4MappedAddress();
  if (!isMapped || bits < MAPPED_BITS) return [address, bits];
  return [address.toIPv4Address(), bits - MAPPED_BITS];
}

/** The first address of a range. */
function networkOf(address: Address, bits: number): Address {
  const bytes = address.toByteArray().map((byte, index) => {
    const kept = Math.min(8, Math.max(0, bits - 8 * index));
    return byte & (0xff00 >> kept);
  });
  return ipaddr.fromByteArray(bytes);
}

function inWords(network: Address, bits: number): string {
  return bits === sizeOf(network) ? network.toString() : `${network}/${bits}`;
}
