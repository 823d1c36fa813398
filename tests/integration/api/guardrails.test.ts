import { expect, test } from 'vitest';
import { MAX_FAILURES } from '@/lib/api/key/failed-authentication';
import { revokeApiKey } from '@/lib/api-keys/change/revoke-api-key';
import { updateApiKey } from '@/lib/api-keys/change/update-api-key';
import { generateSecret } from '@/lib/api-keys/secret/secret';
import { db } from '@/lib/database/client';
import { bodyOf, send } from '../../support/api';
import { makeApiKey, makeWorkspace, type TestWorkspace } from '../../support/workspace';

const HERE = '203.0.113.7';
const ELSEWHERE = '198.51.100.9';

const from = (address: string, key: string) =>
  send('/api/me', { key, headers: { 'X-Forwarded-For': address } });

const statusFrom = async (address: string, key: string) => (await from(address, key)).status;

const listed = (workspace: TestWorkspace, allowedAddresses: string) =>
  makeApiKey(workspace, { allowedAddresses });

test('a key works from the addresses on its list alone, and from everywhere without one', async () => {
  const workspace = await makeWorkspace();
  const { secret } = await listed(workspace, `${HERE}, 2001:db8:1:2::40/122, 192.0.2.0/24`);
  const open = (await makeApiKey(workspace)).secret;
  const answers: [address: string, status: number][] = [
    [HERE, 200],
    [`::ffff:${HERE}`, 200],
    ['192.0.2.255', 200],
    ['2001:DB8:1:2::7f', 200],
    // In the same network of a subscriber, and not on the list.
    ['2001:db8:1:2::80', 401],
    [ELSEWHERE, 401],
    // A claim of the caller's.
    [`${HERE}, ${ELSEWHERE}`, 401],
    ['nonsense', 401],
  ];
  for (const [address, status] of answers) {
    expect(await statusFrom(address, secret), address).toBe(status);
    expect(await statusFrom(address, open), address).toBe(200);
  }
});

test('the caller elsewhere is told what the caller with an unknown key is told, to the byte', async () => {
  const { secret } = await listed(await makeWorkspace(), HERE);
  const told = async (key: string) => {
    const answer = await from(ELSEWHERE, key);
    const id = answer.headers.get('X-Request-Id') ?? '';
    const headers = [...answer.headers].map(([name, value]) => [name, value.replace(id, 'id')]);
    const seen = headers.filter(([name]) => name !== 'date');
    return { status: answer.status, seen, body: (await answer.text()).replaceAll(id, 'id') };
  };
  const elsewhere = await told(secret);
  expect(elsewhere).toEqual(await told(generateSecret().secret));
  expect(elsewhere.status).toBe(401);
  expect(JSON.parse(elsewhere.body)).toMatchObject({ code: 'invalid_api_key' });
});

test('a list holds from the next request on, and so does its end', async () => {
  const workspace = await makeWorkspace();
  const { apiKey, secret } = await makeApiKey(workspace);
  const change = (allowedAddresses: string) =>
    updateApiKey(workspace.owner, apiKey.id, { allowedAddresses });
  expect(await statusFrom(ELSEWHERE, secret)).toBe(200);
  for (let round = 0; round < 3; round++) {
    await change(HERE);
    expect(await statusFrom(ELSEWHERE, secret)).toBe(401);
    await change(`${HERE} ${ELSEWHERE}`);
    expect(await statusFrom(ELSEWHERE, secret)).toBe(200);
    await change(HERE);
    expect(await statusFrom(ELSEWHERE, secret)).toBe(401);
    await change('');
    expect(await statusFrom(ELSEWHERE, secret)).toBe(200);
  }
});

test('a request from elsewhere counts as a wrong key, and one from the list never does', async () => {
  const { secret } = await listed(await makeWorkspace(), HERE);
  const address = '198.51.100.200';
  for (let failure = 0; failure < MAX_FAILURES; failure++) {
    expect(await statusFrom(address, secret)).toBe(401);
  }
  expect(await statusFrom(address, secret)).toBe(429);
  expect(await statusFrom(HERE, secret)).toBe(200);
});

const quotaOf = ({ headers }: Response) => [
  Number(headers.get('X-RateLimit-Limit')),
  Number(headers.get('X-RateLimit-Remaining')),
];

test('its own limit is that of a key, and is told as such', async () => {
  const workspace = await makeWorkspace({ plan: { requestsPerMinute: 5 } });
  const { secret } = await makeApiKey(workspace, { requestsPerMinute: '2' });
  for (const remaining of [1, 0]) {
    const answer = await from(HERE, secret);
    expect([answer.status, ...quotaOf(answer)]).toEqual([200, 2, remaining]);
    expect(answer.headers.get('RateLimit-Policy')).toBe('"default";q=2;w=60');
  }
  const over = await from(HERE, secret);
  expect([over.status, ...quotaOf(over)]).toEqual([429, 2, 0]);
  expect(await bodyOf(over)).toMatchObject({ code: 'rate_limited' });
});

test('a limit holds from the next request on, in the window that has begun', async () => {
  const workspace = await makeWorkspace({ plan: { requestsPerMinute: 5 } });
  const { apiKey, secret } = await makeApiKey(workspace);
  const change = (requestsPerMinute: string) =>
    updateApiKey(workspace.owner, apiKey.id, { requestsPerMinute });
  const next = async () => {
    const answer = await from(HERE, secret);
    return [answer.status, ...quotaOf(answer)];
  };
  expect(await next()).toEqual([200, 5, 4]);
  await change('3');
  expect(await next()).toEqual([200, 3, 1]);
  await change('1');
  expect(await next()).toEqual([429, 1, 0]);
  await change('');
  // What was refused has been counted as well.
  expect(await next()).toEqual([200, 5, 1]);
});

test('a limit above the plan is refused, and one from a larger plan gives way to it', async () => {
  const workspace = await makeWorkspace({ plan: { requestsPerMinute: 5 } });
  const { apiKey, secret } = await makeApiKey(workspace, { requestsPerMinute: '5' });
  const above = {
    errors: [{ pointer: '#/requestsPerMinute', code: 'above_plan', values: { max: 5 } }],
  };
  const refusal = { code: 'validation_failed', details: above };
  await expect(makeApiKey(workspace, { requestsPerMinute: '6' })).rejects.toMatchObject(refusal);
  const change = (input: object) => updateApiKey(workspace.owner, apiKey.id, input);
  await expect(change({ requestsPerMinute: '6' })).rejects.toMatchObject(refusal);

  const { planSlug: slug } = workspace;
  await db.plan.update({ where: { slug }, data: { requestsPerMinute: 2 }, select: { id: true } });
  expect(quotaOf(await from(HERE, secret))).toEqual([2, 1]);
  // Another change leaves it as it is.
  expect(await change({ note: 'Ask Uma.', requestsPerMinute: '5' })).toMatchObject({
    isChanged: true,
  });
});

test('of all keys of a workspace together the plan says how often, whatever limits they have', async () => {
  const workspace = await makeWorkspace({ plan: { requestsPerMinute: 2, maxActiveApiKeys: 1 } });
  const statuses: number[] = [];
  for (let key = 0; key < 5; key++) {
    const { apiKey, secret } = await makeApiKey(workspace, { requestsPerMinute: '1' });
    statuses.push(await statusFrom(HERE, secret));
    await revokeApiKey(workspace.owner, apiKey.id);
  }
  expect(statuses).toEqual([200, 200, 200, 200, 429]);
});
