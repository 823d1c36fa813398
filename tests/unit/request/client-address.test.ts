import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

/** @param forwarded X-Forwarded-For; its last entry is the socket's address */
async function addressOf(forwarded: string, proxies = ''): Promise<string> {
  vi.stubEnv('TRUSTED_PROXIES', proxies);
  vi.resetModules();
  const { clientAddress } = await import('@/lib/request/client-address');
  return clientAddress(new Headers({ 'X-Forwarded-For': forwarded }));
}

test('without a trusted proxy the socket counts, whatever the caller claims', async () => {
  expect(await addressOf('203.0.113.9, 198.51.100.7')).toBe('198.51.100.7');
  expect(await addressOf('127.0.0.1, 10.0.0.1, 198.51.100.7')).toBe('198.51.100.7');
});

test('a trusted proxy says who came to it', async () => {
  expect(await addressOf('203.0.113.9, 127.0.0.1', 'loopback')).toBe('203.0.113.9');
  expect(await addressOf('203.0.113.9, ::ffff:127.0.0.1', 'loopback')).toBe('203.0.113.9');
});

test('what stands before the hop that a trusted proxy wrote is not believed', async () => {
  const chain = '192.0.2.1, 203.0.113.9, 10.1.2.3, 127.0.0.1';
  expect(await addressOf(chain, 'loopback, 10.0.0.0/8')).toBe('203.0.113.9');
  expect(await addressOf(chain, 'loopback')).toBe('10.1.2.3');
});

test.each([
  ['203.0.113.7:443', '203.0.113.7'],
  ['[2001:db8:1:2::1]:443', '2001:db8:1:2::/64'],
  ['[2001:db8:1:2::1]', '2001:db8:1:2::/64'],
  ['[::ffff:198.51.100.7]:80', '198.51.100.7'],
])('%s is an address, whatever its port', async (written, address) => {
  expect(await addressOf(`${written}, 127.0.0.1`, 'loopback')).toBe(address);
  const between = `${written}, 10.0.0.3:5000, [::ffff:127.0.0.1]:1`;
  expect(await addressOf(between, 'loopback, 10.0.0.0/8')).toBe(address);
});

test('the addresses of one IPv6 subscriber are one, and those of the next are another', async () => {
  const one = await addressOf('2001:db8:1:2::1');
  expect(one).toBe('2001:db8:1:2::/64');
  expect(await addressOf('2001:db8:1:2:ffff:ffff:ffff:ffff')).toBe(one);
  expect(await addressOf('2001:db8:1:3::1')).not.toBe(one);
  expect(await addressOf('::ffff:198.51.100.7')).toBe('198.51.100.7');
});

test.each(['', 'unknown', 'a\u00e9', '1.2.3', ', ,', '[', '[]:1', '1.2.3.4:x'])(
  '%j is nobody known',
  async (written) => {
    expect(await addressOf(written)).toBe('unknown');
  },
);
