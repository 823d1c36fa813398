import { expect, test } from 'vitest';
import { entriesIn, readEntry } from '@/lib/api-keys/model/address-list';
import { mayComeFrom } from '@/lib/api-keys/model/may-come-from';

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['203.0.113.7/32', '203.0.113.7'],
  ['203.0.113.0/24', '203.0.113.0/24'],
  ['128.0.0.0/1', '128.0.0.0/1'],
  ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
  ['2001:db8::/32', '2001:db8::/32'],
  ['2001:db8::1/128', '2001:db8::1'],
  ['::1', '::1'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['::ffff:cb00:7100/120', '203.0.113.0/24'],
  ['::ffff:203.0.113.7/128', '203.0.113.7'],
])('%s is kept as %s', (written, kept) => {
  expect(readEntry(written)).toEqual({ range: kept, wrong: null });
});

test.each([
  ['203.0.113.7/24', '203.0.113.0/24', '203.0.113.7'],
  ['10.0.0.1/8', '10.0.0.0/8', '10.0.0.1'],
  ['2001:db8::1/64', '2001:db8::/64', '2001:db8::1'],
  ['::ffff:203.0.113.7/120', '203.0.113.0/24', '203.0.113.7'],
])('of %s it is said that its range is %s', (typed, range, address) => {
  const wrong = { code: 'host_bits', typed, range, address };
  expect(readEntry(typed)).toEqual({ range: null, wrong });
});

test.each(['0.0.0.0/0', '::/0', '::ffff:0.0.0.0/96', '203.0.113.7/0'])(
  '%s is every address',
  (typed) => {
    expect(readEntry(typed)).toEqual({ range: null, wrong: { code: 'every_address', typed } });
  },
);

test.each([
  ...['office', '*', '203.0.113', '203.0.113.256', '203.0.113.07', '0x7f.0.0.1', '2130706433'],
  ...[
    '203.0.113.0/33',
    '203.0.113.0/024',
    '203.0.113.0/',
    '203.0.113.0/24/24',
    '/24',
    '10.0.0.0/+8',
  ],
  ...['203.0.113.0/255.255.255.0', '203.0.113.1-203.0.113.9', '203.0.113.*', '203.0.113.7:443'],
  ...[
    '2001:db8::/129',
    '2001:db8:::1',
    'fe80::1%eth0',
    '[2001:db8::1]',
    '::ffff:203.0.113.007',
    ':',
  ],
  ...['\u0661.1.1.1', 'https://203.0.113.7'],
])('%s is no address', (typed) => {
  expect(readEntry(typed)).toEqual({ range: null, wrong: { code: 'no_address', typed } });
});

test('what is quoted of a wrong entry is short, and no key', () => {
  const { wrong } = readEntry(`sk_${'a1'.repeat(32)}${'x'.repeat(1_000)}`);
  expect(wrong?.typed).toMatch(/^sk_cutx{54}$/);
});

test('spaces, lines and commas separate entries', () => {
  const pasted = ' 203.0.113.7,\t198.51.100.0/24 ;\r\n2001:db8::/32\n\n';
  expect(entriesIn(pasted)).toEqual(['203.0.113.7', '198.51.100.0/24', '2001:db8::/32']);
});

test.each([
  ['', '203.0.113.7', true],
  ['', 'unknown', true],
  ['203.0.113.7', '203.0.113.7', true],
  ['203.0.113.7', '203.0.113.8', false],
  ['203.0.113.0/24', '203.0.113.255', true],
  ['203.0.113.0/24', '203.0.114.0', false],
  ['198.51.100.7 2001:db8:1::/48', '2001:db8:1:2::3', true],
  ['198.51.100.7 2001:db8:1::/48', '2001:db8:2::1', false],
  ['2001:db8::5', '2001:db8::5', true],
  ['2001:db8::5', '2001:db8::6', false],
  // A network that is not on the list as a whole.
  ['2001:db8::5', '2001:db8::/64', false],
  ['2001:db8::/48', '2001:db8::/64', true],
  ['::/1', '203.0.113.7', false],
  ['0.0.0.0/1 128.0.0.0/1', 'unknown', false],
  ['0.0.0.0/1 128.0.0.0/1', '', false],
])('whether the list “%s” has “%s” in it: %s', (list, address, answer) => {
  // Once as it is read, and once as it is remembered.
  expect(mayComeFrom(list, address)).toBe(answer);
  expect(mayComeFrom(list, address)).toBe(answer);
});

test('what is remembered of many lists and addresses answers as at first', () => {
  for (let index = 0; index < 2_000; index++) {
    const address = `10.0.${index >> 8}.${index & 255}`;
    expect(mayComeFrom('10.0.0.0/22', address)).toBe(index < 1_024);
    expect(mayComeFrom(address, address)).toBe(true);
    expect(mayComeFrom(address, '10.9.9.9')).toBe(false);
  }
});
