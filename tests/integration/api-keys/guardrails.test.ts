import { expect, test } from 'vitest';
import { updateApiKey } from '@/lib/api-keys/change/update-api-key';
import { dayByAddress, lossOf, refusedIn } from '@/lib/api-keys/guardrails/day-by-address';
import { proposeAddresses } from '@/lib/api-keys/guardrails/propose-addresses';
import { getApiKey } from '@/lib/api-keys/read/get-api-key';
import { lastDay, lastDayIn } from '@/lib/api-keys/read/last-day';
import { verdictOf } from '@/lib/api-keys/read/verdict';
import { flushUsage } from '@/lib/api-keys/usage/flush-usage';
import { pruneUsage } from '@/lib/api-keys/usage/prune-usage';
import { db } from '@/lib/database/client';
import { send } from '@/tests/support/api';
import { usageOf, use } from '@/tests/support/usage';
import { makeApiKey, makeWorkspace } from '@/tests/support/workspace';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** The start of a minute of the last full hour. */
const PAST = Date.now() - (Date.now() % HOUR_MS) - HOUR_MS;

const REFUSED = { isRefused: true, status: 401 };
const ELSEWHERE = { ...REFUSED, isElsewhere: true };

async function makeKey(options: object = {}) {
  const { owner, ...workspace } = await makeWorkspace();
  const { apiKey, secret } = await makeApiKey({ owner, ...workspace }, options);
  return { owner, id: apiKey.id, secret, read: () => getApiKey(owner, apiKey.id) };
}

test('what is proposed is where a key was used from, with how long and how much', async () => {
  const { id, read } = await makeKey();
  const days = (count: number) => Date.now() - count * DAY_MS;
  use(id, { at: days(20), address: '203.0.113.7', userAgent: 'node' });
  use(id, { at: days(2), address: '203.0.113.7', userAgent: 'curl/8.5.0', times: 4, status: 404 });
  use(id, { at: days(9), address: '2001:db8:1:2::/64' });
  use(id, { at: days(6), address: '198.51.100.1', times: 50 });
  use(id, { at: days(31), address: '192.0.2.1' });
  // Nobody known, and what was refused or over the limit: no use.
  use(id, { at: days(9), address: 'unknown', times: 3 });
  use(id, { at: days(20), address: '198.51.100.2', ...REFUSED });
  use(id, { at: days(20), address: '198.51.100.3', ...ELSEWHERE });
  use(id, { at: days(20), address: '198.51.100.4', status: 429 });
  // Refused long ago, and used since yesterday: new.
  use(id, { at: days(25), address: '198.51.100.5', ...REFUSED });
  use(id, { at: days(1), address: '198.51.100.5' });

  const { addresses, others } = await proposeAddresses(await read());
  const told = addresses.map((one) => [one.address, one.requests, one.agents, one.isNew]);
  expect(told).toEqual([
    ['203.0.113.7', 5, ['curl/8.5.0', 'node'], false],
    ['2001:db8:1:2::/64', 1, ['curl/8.5.0'], false],
    ['198.51.100.1', 50, ['curl/8.5.0'], true],
    ['198.51.100.5', 1, ['curl/8.5.0'], true],
  ]);
  const [first] = addresses;
  const age = (at: Date | undefined) => Math.round((Date.now() - Number(at)) / DAY_MS);
  expect([age(first?.firstAt), age(first?.lastAt)]).toEqual([20, 2]);
  expect(others).toBe(3);
});

test('what a list would have refused in the last day is counted by address, whatever the program', async () => {
  const { id, read } = await makeKey();
  use(id, { at: PAST, address: '203.0.113.7', times: 3, userAgent: 'node' });
  use(id, { at: PAST + HOUR_MS / 2, address: '203.0.113.7', times: 2, status: 422 });
  await flushUsage();
  use(id, { at: PAST, address: '203.0.113.7' });
  use(id, { at: PAST, address: '203.0.113.8', times: 9 });
  use(id, { at: PAST, address: '2001:db8:1:2::/64' });
  use(id, { at: PAST - 25 * HOUR_MS, address: '198.51.100.1', times: 7 });
  use(id, { at: PAST, address: '198.51.100.2', times: 7, ...REFUSED });
  use(id, { at: PAST, address: '198.51.100.3', times: 7, status: 429 });
  const from = await read();
  const day = await dayByAddress(from);
  const lost = (allowedAddresses: string[]) =>
    lossOf(day, { from, to: { ...from, allowedAddresses } }).elsewhere.map((one) => [
      one.address,
      one.requests,
    ]);
  const all = [
    ['203.0.113.8', 9],
    ['203.0.113.7', 6],
    ['2001:db8:1:2::/64', 1],
  ];
  expect(lost(['192.0.2.1'])).toEqual(all);
  expect(lost(['203.0.113.0/24', '2001:db8::/32'])).toEqual([]);
  expect(lost(['203.0.113.7'])).toEqual([all[0], all[2]]);
  // A part of a network, of which nobody knows whether it was that part.
  expect(lost(['203.0.113.0/24', '2001:db8:1:2::5'])).toEqual([all[2]]);
  expect(lost([])).toEqual([]);
});

test('what the present list refuses already is not lost by another one', async () => {
  const { id, read } = await makeKey({ allowedAddresses: '203.0.113.0/24' });
  use(id, { at: PAST, address: '198.51.100.1', times: 4 });
  use(id, { at: PAST, address: '203.0.113.9', times: 2 });
  const from = await read();
  const day = await dayByAddress(from);
  const to = { ...from, allowedAddresses: ['203.0.113.7'] };
  expect(lossOf(day, { from, to }).elsewhere).toEqual([{ address: '203.0.113.9', requests: 2 }]);
});

test('what a limit would have refused is counted by the minute, of what the list lets through', async () => {
  const { id, read } = await makeKey({ requestsPerMinute: '10' });
  use(id, { at: PAST, address: '203.0.113.7', times: 4 });
  use(id, { at: PAST + MINUTE_MS - 1, address: '203.0.113.8', times: 4 });
  use(id, { at: PAST + MINUTE_MS, address: '203.0.113.7', times: 6 });
  use(id, { at: PAST - HOUR_MS, address: '203.0.113.7', times: 5 });
  const from = await read();
  const day = await dayByAddress(from);
  const over = (requestsPerMinute: number | null, allowedAddresses: string[] = []) =>
    lossOf(day, { from, to: { allowedAddresses, requestsPerMinute } }).overLimit;
  expect([over(8), over(6), over(5), over(1)]).toEqual([0, 2, 4, 16]);
  expect(over(3, ['203.0.113.7'])).toBe(1 + 3 + 2);
  // No lower than now.
  expect([over(null), over(10), over(20)]).toEqual([0, 0, 0]);
});

test('the Owner sees what was refused from elsewhere, until it is allowed', async () => {
  const { owner, id, secret: key, read } = await makeKey({ allowedAddresses: '203.0.113.7' });
  const from = async (address: string) =>
    (await send('/api/me', { key, headers: { 'X-Forwarded-For': address } })).status;
  expect(await from('203.0.113.7')).toBe(200);
  for (const address of ['198.51.100.1', '198.51.100.2', '198.51.100.2']) {
    expect(await from(address)).toBe(401);
  }
  const refused = async () => {
    const apiKey = await read();
    return refusedIn(await dayByAddress(apiKey), apiKey);
  };
  expect(await refused()).toEqual([
    { address: '198.51.100.2', requests: 2 },
    { address: '198.51.100.1', requests: 1 },
  ]);
  const { addresses } = await proposeAddresses(await read());
  expect(addresses.map(({ address }) => address)).toEqual(['203.0.113.7']);

  // It is counted as refused, and who is refused does not use the key.
  const usage = await usageOf(owner, id, 'day');
  expect(usage.buckets.at(-1)).toMatchObject({ succeeded: 1, refused: 3 });
  expect(usage.recent.map(({ outcome }) => outcome)).toContain('refused');
  const day = (await lastDay(owner, [id])).get(id);
  expect(day).toMatchObject({
    client: { address: '198.51.100.2' },
    user: { address: '203.0.113.7' },
  });
  expect(lastDayIn(usage)).toMatchObject({ user: { address: '203.0.113.7' } });
  const verdict = { kind: 'used', requests: 1, client: { address: '203.0.113.7' } };
  expect(verdictOf(await read(), day)).toMatchObject(verdict);
  expect((await read()).lastRefusedAt).not.toBeNull();

  await updateApiKey(owner, id, { allowedAddresses: '203.0.113.7 198.51.100.0/30' });
  expect(await refused()).toEqual([]);
});

test('of an hour 100 addresses are told apart, those with most requests, and all are counted', async () => {
  const { id, read } = await makeKey();
  for (let round = 0; round < 3; round++) {
    for (let address = 0; address < 80; address++) {
      use(id, { at: PAST, address: `10.${round}.0.${address}`, times: round + 1 });
    }
    use(id, { at: PAST, address: `10.9.0.${round}`, ...ELSEWHERE });
    await flushUsage();
  }
  const day = await dayByAddress(await read());
  expect(day).toHaveLength(101);
  const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);
  expect(sum(day.map(({ minutes }) => sum(minutes)))).toBe(80 * 6);
  expect(sum(day.map(({ elsewhere }) => elsewhere))).toBe(3);
  for (const { minutes } of day) expect(minutes).toHaveLength(60);
  const named = day.filter(({ address }) => address !== '');
  expect(named.filter(({ address }) => address.startsWith('10.2.'))).toHaveLength(80);
  const from = await read();
  const to = { ...from, allowedAddresses: ['10.0.0.0/8'] };
  const others = day.find(({ address }) => address === '');
  expect(lossOf(day, { from, to }).elsewhere).toEqual([
    { address: '', requests: sum(others?.minutes ?? []) },
  ]);
});

test('who is refused takes no room from who is not', async () => {
  const { id, read } = await makeKey();
  for (let round = 0; round < 3; round++) {
    for (let client = 0; client < 150; client++) {
      use(id, { at: PAST + 1_000 * round, address: `10.${round}.0.${client}`, ...ELSEWHERE });
    }
    use(id, { at: PAST, address: `203.0.113.${round}`, userAgent: `late/${round}` });
    await flushUsage();
  }
  const { addresses } = await proposeAddresses(await read());
  expect(addresses.map(({ address }) => address).sort()).toEqual([
    '203.0.113.0',
    '203.0.113.1',
    '203.0.113.2',
  ]);
});

test('by address and minute no more than a day is kept', async () => {
  const { id } = await makeKey();
  const now = Date.now();
  use(id, { at: now - 26 * HOUR_MS });
  use(id, { at: now - 23 * HOUR_MS });
  await flushUsage();
  const left = () => db.apiKeyAddressHour.count({ where: { apiKeyId: id } });
  expect(await left()).toBe(2);
  await pruneUsage(now);
  expect(await left()).toBe(1);
  await pruneUsage(now + 25 * HOUR_MS);
  expect(await left()).toBe(0);
});
