import { expect, test } from 'vitest';
import { revokeApiKey } from '@/lib/api-keys/change/revoke-api-key';
import { db } from '@/lib/database/client';
import { startSession } from '@/lib/identity/sessions/sessions';
import { bodyOf, send } from '../../support/api';
import { makeApiKey, makeWorkspace } from '../../support/workspace';

const UNKNOWN = `sk_${'0'.repeat(64)}`;

/** Headers that differ from answer to answer, whatever is asked. */
const OF_THE_MOMENT = ['date', 'x-request-id'];

/** An answer without what is different in each: the request id. */
async function essence(answer: Response) {
  const requestId = answer.headers.get('X-Request-Id');
  const headers = [...answer.headers].filter(([name]) => !OF_THE_MOMENT.includes(name));
  const body = (await answer.text()).replace(`urn:uuid:${requestId}`, 'urn:uuid:…');
  return { status: answer.status, headers, body };
}

async function makeRevokedKey(): Promise<string> {
  const workspace = await makeWorkspace();
  const { apiKey, secret } = await makeApiKey(workspace);
  await revokeApiKey(workspace.owner, apiKey.id);
  return secret;
}

async function makeExpiredKey(): Promise<string> {
  const { apiKey, secret } = await makeApiKey(await makeWorkspace(), { expiresInDays: 7 });
  const expiresAt = new Date(Date.now() - 1_000);
  await db.apiKey.update({ where: { id: apiKey.id }, data: { expiresAt } });
  return secret;
}

test('unknown, malformed, revoked and expired keys get the same answer to the byte', async () => {
  const expected = await essence(await send('/api/me', { key: UNKNOWN }));
  expect(expected.status).toBe(401);
  const keys = [
    'nonsense',
    '',
    UNKNOWN.toUpperCase(),
    `${UNKNOWN}0`,
    `${UNKNOWN} ${UNKNOWN}`,
    "sk_' or true --",
    await makeRevokedKey(),
    await makeExpiredKey(),
  ];
  for (const key of keys) {
    expect(await essence(await send('/api/me', { key }))).toEqual(expected);
  }
});

test('an invalid key gets a problem document and says so in WWW-Authenticate', async () => {
  const answer = await send('/api/me', { key: UNKNOWN });
  expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
  expect(answer.headers.get('WWW-Authenticate')).toBe(
    'Bearer realm="zendrhax", error="invalid_token", error_description="The API key is invalid or has been revoked."',
  );
  expect(await bodyOf(answer)).toEqual({
    type: expect.stringMatching(/^https?:\/\/[^/]+\/help\/errors#invalid_api_key$/),
    title: 'Invalid API key',
    status: 401,
    detail: 'The API key is invalid or has been revoked.',
    instance: `urn:uuid:${answer.headers.get('X-Request-Id')}`,
    code: 'invalid_api_key',
  });
});

test.each([
  ['no Authorization header', {}],
  ['the Basic scheme', { Authorization: 'Basic b3duZXI6c2VjcmV0' }],
  ['a scheme that begins like Bearer', { Authorization: `BearerToken ${UNKNOWN}` }],
  ['an empty header', { Authorization: '' }],
])('%s gets 401 without an error attribute', async (_, headers) => {
  const answer = await send('/api/me', { headers });
  expect(answer.status).toBe(401);
  expect(answer.headers.get('WWW-Authenticate')).toBe('Bearer realm="zendrhax"');
  expect(await bodyOf(answer)).toMatchObject({ code: 'missing_credentials' });
});

test.each(['bearer', 'BEARER', 'BeArEr'])('the scheme may be written %s', async (scheme) => {
  const { secret } = await makeApiKey(await makeWorkspace());
  const headers = { Authorization: `${scheme} ${secret}` };
  expect((await send('/api/me', { headers })).status).toBe(200);
});

test.each(['api_key', 'access_token', 'key', 'token'])(
  'a key in ?%s= is not read',
  async (name) => {
    const { secret } = await makeApiKey(await makeWorkspace());
    const answer = await send(`/api/me?${name}=${secret}`);
    expect(answer.status).toBe(401);
    expect(await bodyOf(answer)).toMatchObject({ code: 'missing_credentials' });
  },
);

test('a key in a body, a cookie or another header is not read', async () => {
  const { secret } = await makeApiKey(await makeWorkspace());
  const headers = { Cookie: `zendrhax.session=${secret}`, 'X-Api-Key': secret };
  const answers = [
    await send('/api/me', { headers }),
    await send('/api/invoices', { method: 'POST', body: { api_key: secret } }),
  ];
  for (const answer of answers) {
    expect(answer.status).toBe(401);
    expect(await bodyOf(answer)).toMatchObject({ code: 'missing_credentials' });
  }
});

test('a session id opens no Bearer route', async () => {
  const { owner } = await makeWorkspace();
  const sessionId = await startSession(owner.userId);
  expect((await send('/api/me', { key: sessionId })).status).toBe(401);
  const headers = { Cookie: `zendrhax.session=${sessionId}` };
  const answer = await send('/api/me', { headers });
  expect(answer.status).toBe(401);
  expect(await bodyOf(answer)).toMatchObject({ code: 'missing_credentials' });
});

test('a revoked key gets 401 on its next request, on every route', async () => {
  const workspace = await makeWorkspace();
  const { apiKey, secret } = await makeApiKey(workspace);
  expect((await send('/api/me', { key: secret })).status).toBe(200);
  expect((await send('/api/invoices', { key: secret })).status).toBe(200);
  await revokeApiKey(workspace.owner, apiKey.id);
  expect((await send('/api/me', { key: secret })).status).toBe(401);
  expect((await send('/api/invoices', { key: secret })).status).toBe(401);
});

test('a key gets 401 from the moment it expires', async () => {
  const { apiKey, secret } = await makeApiKey(await makeWorkspace(), { expiresInDays: 7 });
  expect((await send('/api/me', { key: secret })).status).toBe(200);
  await db.$executeRaw`update "ApiKey" set "expiresAt" = now() where id = ${apiKey.id}::uuid`;
  expect((await send('/api/me', { key: secret })).status).toBe(401);
});

test('a key of a deleted workspace gets 401 on its next request', async () => {
  const workspace = await makeWorkspace();
  const { secret } = await makeApiKey(workspace);
  expect((await send('/api/me', { key: secret })).status).toBe(200);
  await db.workspace.delete({ where: { id: workspace.id } });
  expect((await send('/api/me', { key: secret })).status).toBe(401);
});

test('a key outlives the membership of its maker and a plan with API keys', async () => {
  const workspace = await makeWorkspace();
  const { secret } = await makeApiKey(workspace);
  const { planSlug } = await makeWorkspace({ plan: { features: [] } });
  await db.workspace.update({
    where: { id: workspace.id },
    data: { plan: { connect: { slug: planSlug } } },
  });
  await db.membership.deleteMany({ where: { userId: workspace.owner.userId } });
  expect((await send('/api/me', { key: secret })).status).toBe(200);
});

test('an error of the database gets a generic answer and lets nobody in', async () => {
  const { secret } = await makeApiKey(await makeWorkspace());
  await db.$executeRaw`alter table "ApiKey" rename "hint" to "hintAway"`;
  const answer = await send('/api/me', { key: secret });
  await db.$executeRaw`alter table "ApiKey" rename "hintAway" to "hint"`;
  expect(answer.status).toBe(500);
  const body = await answer.text();
  expect(body).not.toMatch(/ApiKey|select|prisma|at /i);
  expect(JSON.parse(body)).toMatchObject({ code: 'internal_error' });
  expect((await send('/api/me', { key: secret })).status).toBe(200);
});
