import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { MAX_FAILURES } from '@/lib/api/key/failed-authentication';
import { revokeApiKey } from '@/lib/api-keys/change/revoke-api-key';
import { bodyOf, send, statusOf } from '../../support/api';
import { makeApiKey, makeWorkspace } from '../../support/workspace';

const guess = () => `sk_${randomBytes(32).toString('hex')}`;

let next = 1;
/** An address that no other test uses. */
const newAddress = () => `192.0.2.${next++}`;

const from = (address: string, key: string) =>
  send('/api/me', { key, headers: { 'X-Forwarded-For': address } });

const statusFrom = (address: string, key: string) =>
  statusOf('/api/me', { key, headers: { 'X-Forwarded-For': address } });

async function useUp(address: string): Promise<void> {
  for (let failures = 0; failures < MAX_FAILURES; failures++) {
    expect(await statusFrom(address, guess())).toBe(401);
  }
}

test('guessing is refused after so many wrong keys, and says when to try again', async () => {
  const address = newAddress();
  await useUp(address);
  const answer = await from(address, guess());
  expect(answer.status).toBe(429);
  const retryAfter = Number(answer.headers.get('Retry-After'));
  expect(retryAfter).toBeGreaterThan(0);
  expect(retryAfter).toBeLessThanOrEqual(60);
  expect(await bodyOf(answer)).toMatchObject({ code: 'rate_limited', retry_after: retryAfter });
  expect((await from(newAddress(), guess())).status).toBe(401);
});

test('a key that works is never refused for what others at its address do', async () => {
  const workspace = await makeWorkspace();
  const [{ apiKey, secret }, { secret: fresh }] = [
    await makeApiKey(workspace),
    await makeApiKey(workspace),
  ];
  const address = newAddress();
  await useUp(address);
  expect((await from(address, guess())).status).toBe(429);
  // Neither was ever seen here before.
  expect((await from(address, secret)).status).toBe(200);
  expect((await from(address, fresh)).status).toBe(200);
  await revokeApiKey(workspace.owner, apiKey.id);
  expect((await from(address, secret)).status).toBe(429);
  expect((await from(newAddress(), secret)).status).toBe(401);
});

test('a failure is counted before it is answered: 600 at once get at most 200 times 401', async () => {
  const { secret } = await makeApiKey(await makeWorkspace({ plan: 'enterprise' }));
  const address = newAddress();
  const wrong = Array.from({ length: 600 }, () => statusFrom(address, guess()));
  const right = Array.from({ length: 20 }, () => statusFrom(address, secret));
  const statuses = await Promise.all(wrong);
  expect(statuses.filter((status) => status === 401)).toHaveLength(MAX_FAILURES);
  expect(statuses.filter((status) => status === 429)).toHaveLength(600 - MAX_FAILURES);
  for (const status of await Promise.all(right)) expect(status).toBe(200);
});

test('what cannot be a key is counted as a wrong one', async () => {
  const address = newAddress();
  for (let failures = 0; failures < MAX_FAILURES; failures++) {
    expect(await statusFrom(address, 'password')).toBe(401);
  }
  expect((await from(address, 'password')).status).toBe(429);
});

test('one IPv6 network counts as one address', async () => {
  for (let failures = 0; failures < MAX_FAILURES; failures++) {
    expect(await statusFrom(`2001:db8:1:2::${failures.toString(16)}`, guess())).toBe(401);
  }
  expect((await from('2001:db8:1:2:ffff::1', guess())).status).toBe(429);
  expect((await from('2001:db8:1:3::1', guess())).status).toBe(401);
});

test('an address that the caller writes before the last one counts for nothing', async () => {
  const address = newAddress();
  for (let failures = 0; failures < MAX_FAILURES; failures++) {
    await statusFrom(`203.0.113.${failures % 250}, ${address}`, guess());
  }
  expect((await from(`198.51.100.7, ${address}`, guess())).status).toBe(429);
});

test('a request without a key is no guess', async () => {
  const headers = { 'X-Forwarded-For': newAddress() };
  for (let requests = 0; requests <= MAX_FAILURES; requests++) {
    expect(await statusOf('/api/me', { headers })).toBe(401);
  }
});
