import { expect, test } from 'vitest';
import { revokeApiKey } from '@/lib/api-keys/change/revoke-api-key';
import { db } from '@/lib/database/client';
import { bodyOf, send } from '../../support/api';
import { makeApiKey, makeWorkspace } from '../../support/workspace';

const BEGIN = Date.now();

/** Checks that both families of headers are there and agree, and returns what they say. */
function limitOf({ headers }: Response) {
  const quota = Number(headers.get('X-RateLimit-Limit'));
  const remaining = Number(headers.get('X-RateLimit-Remaining'));
  const [, r, t] = /^"default";r=(\d+);t=(\d+)$/.exec(headers.get('RateLimit') ?? '') ?? [];
  expect(headers.get('RateLimit-Policy')).toBe(`"default";q=${quota};w=60`);
  expect(Number(r)).toBe(remaining);
  expect(Number(t)).toBeGreaterThanOrEqual(1);
  expect(Number(t)).toBeLessThanOrEqual(60);

  const reset = headers.get('X-RateLimit-Reset') ?? '';
  expect(reset).toMatch(/^\d{10}$/);
  expect(Number(reset)).toBeGreaterThan(Date.now() / 1000);
  const answeredAt = Number(reset) - Number(t);
  expect(answeredAt).toBeGreaterThanOrEqual(Math.floor(BEGIN / 1000));
  expect(answeredAt).toBeLessThanOrEqual(Math.ceil(Date.now() / 1000));
  return { quota, remaining, resetAfter: Number(t) };
}

test('one request more than the quota gets 429, with Retry-After and all headers', async () => {
  const { secret } = await makeApiKey(await makeWorkspace({ plan: { requestsPerMinute: 3 } }));
  for (const remaining of [2, 1, 0]) {
    const answer = await send('/api/me', { key: secret });
    expect(answer.status).toBe(200);
    expect(limitOf(answer)).toMatchObject({ quota: 3, remaining });
    expect(answer.headers.get('Retry-After')).toBeNull();
  }

  const answer = await send('/api/me', { key: secret });
  expect(answer.status).toBe(429);
  const { quota, remaining, resetAfter } = limitOf(answer);
  expect([quota, remaining]).toEqual([3, 0]);
  const retryAfter = Number(answer.headers.get('Retry-After'));
  expect(retryAfter).toBeGreaterThanOrEqual(resetAfter);
  expect(await bodyOf(answer)).toMatchObject({
    code: 'rate_limited',
    status: 429,
    retry_after: retryAfter,
    detail: `Retry in ${retryAfter} seconds.`,
  });
});

test('one window holds for all routes together', async () => {
  const { secret: key } = await makeApiKey(await makeWorkspace({ plan: { requestsPerMinute: 2 } }));
  expect((await send('/api/me', { key })).status).toBe(200);
  expect((await send('/api/invoices', { key })).status).toBe(200);
  expect((await send('/api/invoices', { key })).status).toBe(429);
});

test('another key, of this workspace or another, has a window of its own', async () => {
  const [one, two] = [
    await makeWorkspace({ plan: { requestsPerMinute: 1 } }),
    await makeWorkspace({ plan: { requestsPerMinute: 1 } }),
  ];
  const { secret: key } = await makeApiKey(one);
  await send('/api/me', { key });
  expect((await send('/api/me', { key })).status).toBe(429);
  for (const workspace of [one, two]) {
    const { secret } = await makeApiKey(workspace);
    expect((await send('/api/me', { key: secret })).status).toBe(200);
  }
});

test.each([
  ['free', 60],
  ['starter', 300],
  ['pro', 1200],
  ['enterprise', 6000],
] as const)('the quota of the %s plan is %i a minute', async (plan, quota) => {
  const { secret } = await makeApiKey(await makeWorkspace({ plan }));
  const answer = await send('/api/me', { key: secret });
  expect(limitOf(answer)).toMatchObject({ quota, remaining: quota - 1 });
});

test('refusals carry the headers too: 403, 404 and 422', async () => {
  const workspace = await makeWorkspace();
  const { secret } = await makeApiKey(workspace);
  const { secret: writeOnly } = await makeApiKey(workspace, { scopes: ['invoices:write'] });
  const answers = [
    await send('/api/invoices', { key: writeOnly }),
    await send('/api/invoices/x', { key: secret }),
    await send('/api/invoices?limit=0', { key: secret }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([403, 404, 422]);
  expect(answers.map(limitOf)).toMatchObject([
    { quota: 1200, remaining: 1199 },
    { quota: 1200, remaining: 1199 },
    { quota: 1200, remaining: 1198 },
  ]);
});

test('so do answers that need no key: 404, 405 and OPTIONS', async () => {
  const { secret } = await makeApiKey(await makeWorkspace({ plan: { requestsPerMinute: 5 } }));
  const requests: [string, string, number][] = [
    ['GET', '/api/nowhere', 404],
    ['OPTIONS', '/api/nowhere', 404],
    ['PUT', '/api/invoices', 405],
    ['OPTIONS', '/api/invoices', 204],
    ['DELETE', '/api/health', 405],
  ];
  for (const [index, [method, path, status]] of requests.entries()) {
    const answer = await send(path, { method, key: secret });
    expect(answer.status, `${method} ${path}`).toBe(status);
    expect(limitOf(answer)).toMatchObject({ quota: 5, remaining: 4 - index });
  }
  for (const [method, path] of requests) {
    expect((await send(path, { method, key: secret })).status).toBe(429);
  }
});

test('a wrong key is told so where none is needed; another scheme is no key', async () => {
  const unknown = `sk_${'0'.repeat(64)}`;
  for (const [method, path, status] of [
    ['GET', '/api/nowhere', 404],
    ['PUT', '/api/invoices', 405],
    ['OPTIONS', '/api/invoices', 204],
  ] as const) {
    expect((await send(path, { method, key: unknown })).status).toBe(401);
    const headers = { Authorization: 'Basic eDp5' };
    const answer = await send(path, { method, headers });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('RateLimit')).toBeNull();
  }
});

test('a refused key uses up no quota and gets no rate-limit headers', async () => {
  const answer = await send('/api/me', { key: `sk_${'0'.repeat(64)}` });
  expect([...answer.headers.keys()].filter((name) => name.includes('ratelimit'))).toEqual([]);
});

test('a change of plan holds from the next request on', async () => {
  const workspace = await makeWorkspace({ plan: { requestsPerMinute: 1 } });
  const { secret: key } = await makeApiKey(workspace);
  await send('/api/me', { key });
  expect((await send('/api/me', { key })).status).toBe(429);
  await db.workspace.update({
    where: { id: workspace.id },
    data: { plan: { connect: { slug: 'enterprise' } } },
  });
  const answer = await send('/api/me', { key });
  expect(answer.status).toBe(200);
  expect(limitOf(answer).quota).toBe(6000);
});

test('keys that are created, used and revoked in a loop do not multiply the limit', async () => {
  const plan = { requestsPerMinute: 3, maxActiveApiKeys: 1 };
  const workspace = await makeWorkspace({ plan });
  const statuses: number[] = [];
  for (let keys = 0; keys < 4; keys++) {
    const { apiKey, secret: key } = await makeApiKey(workspace);
    for (let times = 0; times < 3; times++) {
      const answer = await send('/api/me', { key });
      statuses.push(answer.status);
      if (answer.status === 429) expect(limitOf(answer)).toMatchObject({ quota: 3, remaining: 0 });
    }
    await revokeApiKey(workspace.owner, apiKey.id);
  }
  expect(statuses).toEqual([...Array(6).fill(200), ...Array(6).fill(429)]);
});

test('a key that goes on over its limit takes nothing from the others', async () => {
  const plan = { requestsPerMinute: 2, maxActiveApiKeys: 2 };
  const workspace = await makeWorkspace({ plan });
  const [{ secret: loud }, { secret: quiet }] = [
    await makeApiKey(workspace),
    await makeApiKey(workspace),
  ];
  for (let times = 0; times < 30; times++) await send('/api/me', { key: loud });
  for (let times = 0; times < 2; times++) {
    expect((await send('/api/me', { key: quiet })).status).toBe(200);
  }
});

test('keys over the quota of a smaller plan keep the full number each', async () => {
  const workspace = await makeWorkspace({ plan: { requestsPerMinute: 2, maxActiveApiKeys: 6 } });
  const keys = [];
  for (let made = 0; made < 6; made++) keys.push(await makeApiKey(workspace));
  await db.plan.updateMany({ where: { slug: workspace.planSlug }, data: { maxActiveApiKeys: 1 } });
  for (const { secret: key } of keys) {
    for (let times = 0; times < 2; times++) {
      expect((await send('/api/me', { key })).status).toBe(200);
    }
  }
});
