import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

type List = {
  ranges: [Address, number][];
  /** what was asked before */
  answers: Map<string, boolean>;
};

/**
 * What lists were read as. It says nothing of any key: which list a key has is read with the key, for
 * every request.
 */
const read = new Map<string, List>();
const MAX_LISTS = 500;
const MAX_ANSWERS = 100;

/**
 * Whether a list of addresses has one of them in it.
 * @param list as it is stored, with spaces between its entries; an empty one has every address
 * @param address whole, see wholeAddress, or a range, which must be in it as a whole; one that cannot
 *   be read is in no list but the empty one
 */
export function mayComeFrom(list: string, address: string): boolean {
  if (list === '') return true;
  const { ranges, answers } = listOf(list);
  const known = answers.get(address);
  if (known !== undefined) return known;
  const answer = isIn(ranges, address);
  if (answers.size >= MAX_ANSWERS) answers.clear();
  answers.set(address, answer);
  return answer;
}

function listOf(text: string): List {
  const known = read.get(text);
  if (known) return known;
  const list = { ranges: text.split(' ').map(rangeOf), answers: new Map() };
  if (read.size >= MAX_LISTS) read.clear();
  read.set(text, list);
  return list;
}

function isIn(ranges: List['ranges'], text: string): boolean {
  const [written = ''] = text.split('/');
  if (!ipaddr.isValid(written)) return false;
  const [address, bits] = rangeOf(text);
  return ranges.some(([network, prefix]) => prefix <= bits && isWithin(address, network, prefix));
}

/** An address of one kind is in no range of the other. */
function isWithin(address: Address, network: Address, prefix: number): boolean {
  if (address instanceof ipaddr.IPv4) {
    return network instanceof ipaddr.IPv4 && address.match(network, prefix);
  }
  return network instanceof ipaddr.IPv6 && address.match(network, prefix);
}

const rangeOf = (text: string): List['ranges'][number] =>
  text.includes('/') ? ipaddr.parseCIDR(text) : [ipaddr.parse(text), wholeLength(text)];

const wholeLength = (text: string) => (text.includes(':') ? 128 : 32);
