import { expect, test } from 'vitest';
import { CLIENTS_PER_KEY } from '@/lib/api-keys/usage/clients/counted-clients';
import { flushUsage } from '@/lib/api-keys/usage/flush-usage';
import { send } from '@/tests/support/api';
import { usageOf, use } from '@/tests/support/usage';
import { makeApiKey, makeWorkspace } from '@/tests/support/workspace';

const PAST = Date.now() - 60_000;

test('the clients seen last are told apart, all others are counted together', async () => {
  const workspace = await makeWorkspace();
  const { apiKey } = await makeApiKey(workspace);
  const seen = (client: number, at: number) =>
    use(apiKey.id, { address: `10.1.0.${client}`, at: PAST + at, times: 2 });
  for (let client = 0; client < 70; client++) seen(client, client);
  await flushUsage();
  for (let client = 70; client < 140; client++) seen(client, client);
  await flushUsage();
  // Seen again, so that it is among the last ones, though it was the first.
  seen(0, 500);

  const { clients, others } = await usageOf(workspace.owner, apiKey.id, 'day');
  expect(clients).toHaveLength(CLIENTS_PER_KEY);
  const expected = [0, ...Array.from({ length: 99 }, (_, index) => 139 - index)];
  expect(clients.map(({ address }) => address)).toEqual(expected.map((one) => `10.1.0.${one}`));
  const told = clients.reduce((sum, { requests }) => sum + requests, 0);
  expect(told + others).toBe(282);
});

test('a client is first and last seen when it was, whatever order that is written in', async () => {
  const workspace = await makeWorkspace();
  const { apiKey } = await makeApiKey(workspace);
  for (const at of [20, 10, 30]) {
    use(apiKey.id, { at: PAST + at });
    await flushUsage();
  }
  const { clients, recent } = await usageOf(workspace.owner, apiKey.id, 'day');
  const [firstSeenAt, lastSeenAt] = [new Date(PAST + 10), new Date(PAST + 30)];
  expect(clients).toMatchObject([{ firstSeenAt, lastSeenAt, requests: 3 }]);
  expect(recent.map(({ at }) => at.getTime() - PAST)).toEqual([30, 20, 10]);
});

test('addresses of IPv6 are told by their network, those mapped from IPv4 as such', async () => {
  const workspace = await makeWorkspace();
  const { apiKey, secret: key } = await makeApiKey(workspace);
  const sent = [
    '203.0.113.40',
    '::ffff:203.0.113.40',
    '2001:db8:1:2::7',
    '2001:DB8:1:2:ffff::1',
    'nonsense',
    `1.2.3.4, ${'9'.repeat(300)}, 203.0.113.41`,
  ];
  for (const address of sent) {
    const headers = { 'X-Forwarded-For': address, 'User-Agent': 'curl/8.5.0' };
    await send('/api/me', { key, headers });
  }
  const { clients } = await usageOf(workspace.owner, apiKey.id, 'day');
  const told = clients.map(({ address, requests }) => `${requests} ${address}`);
  expect(told.sort()).toEqual([
    '1 203.0.113.41',
    '1 unknown',
    '2 2001:db8:1:2::/64',
    '2 203.0.113.40',
  ]);
});

test('of a user agent of 8 KB the product is kept, and a client without one is told too', async () => {
  const workspace = await makeWorkspace();
  const { apiKey, secret: key } = await makeApiKey(workspace);
  const agents = [`importer/${'9'.repeat(8_000)}`, `importer/2 ${'(x) '.repeat(2_000)}`, ' '];
  for (const agent of agents) {
    const headers = { 'X-Forwarded-For': '203.0.113.42', 'User-Agent': agent };
    expect((await send('/api/me', { key, headers })).status).toBe(200);
  }
  const { clients } = await usageOf(workspace.owner, apiKey.id, 'day');
  expect(clients.map(({ agent }) => agent).sort()).toEqual([
    '',
    'importer/2',
    `importer/${'9'.repeat(55)}`,
  ]);
});
