import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createApiKey } from '@/lib/api-keys/create-api-key';
import { revokeApiKey } from '@/lib/api-keys/revoke-api-key';
import { startSession } from '@/lib/auth/sessions';
import { bodyOf, send } from '../../support/api';
import { makeInvoice, makeInvoices } from '../../support/invoices';
import { makeApiKey, makeWorkspace } from '../../support/workspace';

/** One test per row of the API contract, in its order. The files beside this one go into each. */

type Options = NonNullable<Parameters<typeof send>[1]>;

const UNKNOWN = `sk_${'0'.repeat(64)}`;
const NOWHERE = '0199aaaa-0000-7000-8000-000000000000';
const LINES = [{ description: 'Consulting hours', quantity: 3, unit_amount: 12_500 }];
const INPUT = { customer: 'Northwind Traders', currency: 'EUR', lines: LINES };

async function makeClient(plan: Parameters<typeof makeWorkspace>[0] = { plan: 'enterprise' }) {
  const workspace = await makeWorkspace(plan);
  const { apiKey, secret } = await makeApiKey(workspace);
  const call = (method: string, path: string, options: Options = {}) =>
    send(path, { key: secret, method, ...options });
  return { workspace, apiKey, secret, call };
}

/** Status, code and challenge of a refusal. */
async function refusal(answer: Response) {
  const { code } = await bodyOf<{ code: string }>(answer);
  return [answer.status, code, answer.headers.get('WWW-Authenticate')];
}

describe('authentication', () => {
  test('no Authorization header, or another scheme', async () => {
    const expected = [401, 'missing_credentials', 'Bearer realm="zendrhax"'];
    expect(await refusal(await send('/api/me'))).toEqual(expected);
    const headers = { Authorization: 'Basic b3duZXI6c2VjcmV0' };
    expect(await refusal(await send('/api/me', { headers }))).toEqual(expected);
  });

  test('malformed, unknown, revoked: one answer', async () => {
    const { workspace, apiKey, secret } = await makeClient();
    await revokeApiKey(workspace.owner, apiKey.id);
    for (const key of ['x', UNKNOWN, secret]) {
      expect(await refusal(await send('/api/me', { key }))).toEqual([
        401,
        'invalid_api_key',
        'Bearer realm="zendrhax", error="invalid_token", error_description="The API key is invalid or has been revoked."',
      ]);
    }
  });

  test('scope missing', async () => {
    const workspace = await makeWorkspace();
    const { secret: key } = await makeApiKey(workspace, { scopes: ['invoices:read'] });
    const answer = await send('/api/invoices', { key, method: 'POST', body: INPUT });
    expect(await refusal(answer)).toEqual([
      403,
      'insufficient_scope',
      'Bearer realm="zendrhax", error="insufficient_scope", scope="invoices:write"',
    ]);
  });

  test('a key in the query or the body is never read, nor is a session', async () => {
    const { workspace, secret } = await makeClient();
    const session = await startSession(workspace.owner.userId);
    const cookie = { headers: { Cookie: `zendrhax.session=${session}` } };
    const answers = [
      await send(`/api/me?api_key=${secret}`),
      await send('/api/invoices', { method: 'POST', body: { ...INPUT, api_key: secret } }),
      await send('/api/me', cookie),
    ];
    for (const answer of answers) expect((await refusal(answer))[1]).toBe('missing_credentials');
    expect((await send('/api/me', { key: session })).status).toBe(401);
  });
});

describe('errors', () => {
  test('a problem has these members, and type, instance and headers agree', async () => {
    const { call } = await makeClient();
    const answer = await call('GET', `/api/invoices/${NOWHERE}`);
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
    expect(await bodyOf(answer)).toEqual({
      type: expect.stringMatching(/^https?:\/\/[^/]+\/help\/errors#not_found$/),
      title: 'Not found',
      status: 404,
      detail: expect.any(String),
      instance: `urn:uuid:${answer.headers.get('X-Request-Id')}`,
      code: 'not_found',
    });
  });

  const GIVEN: [
    number,
    string,
    (client: Awaited<ReturnType<typeof makeClient>>) => Promise<Response>,
  ][] = [
    [
      400,
      'invalid_request',
      ({ call }) =>
        call('POST', '/api/invoices', { body: INPUT, headers: { 'Idempotency-Key': 'a b' } }),
    ],
    [400, 'malformed_json', ({ call }) => call('POST', '/api/invoices', { body: '{' })],
    [401, 'missing_credentials', () => send('/api/me')],
    [401, 'invalid_api_key', () => send('/api/me', { key: UNKNOWN })],
    [404, 'not_found', ({ call }) => call('GET', `/api/invoices/${NOWHERE}`)],
    [404, 'not_found', ({ call }) => call('GET', '/api/nowhere')],
    [405, 'method_not_allowed', ({ call }) => call('PUT', '/api/invoices', { body: INPUT })],
    [
      409,
      'invoice_not_editable',
      async ({ workspace, call }) =>
        call('POST', `/api/invoices/${await makeInvoice(workspace.id)}/pay`),
    ],
    [
      413,
      'payload_too_large',
      ({ call }) => call('POST', '/api/invoices', { body: ' '.repeat(65_537) }),
    ],
    [
      415,
      'unsupported_media_type',
      ({ call }) =>
        call('POST', '/api/invoices', { body: '{}', headers: { 'Content-Type': 'text/plain' } }),
    ],
    [422, 'validation_failed', ({ call }) => call('GET', '/api/invoices?limit=0')],
  ];
  test.each(GIVEN)('%i %s', async (status, code, act) => {
    const answer = await act(await makeClient());
    expect((await refusal(answer)).slice(0, 2)).toEqual([status, code]);
    expect(answer.headers.get('Cache-Control')).toBe('private, no-store');
  });

  test('an invoice of another workspace is not found, like one that never was', async () => {
    const { call } = await makeClient();
    const foreign = await makeInvoice((await makeWorkspace()).id);
    const [one, other] = [
      await bodyOf(await call('GET', `/api/invoices/${foreign}`)),
      await bodyOf(await call('GET', `/api/invoices/${NOWHERE}`)),
    ];
    expect({ ...one, instance: '' }).toEqual({ ...other, instance: '' });
  });

  test('422 points at each wrong field', async () => {
    const { call } = await makeClient();
    const body = { ...INPUT, currency: 'euro', lines: [{ ...LINES[0], quantity: 0 }], extra: 1 };
    const { errors } = await bodyOf<{ errors: object[] }>(
      await call('POST', '/api/invoices', { body }),
    );
    expect(errors).toEqual([
      { pointer: '#/currency', detail: expect.any(String) },
      { pointer: '#/lines/0/quantity', detail: expect.any(String) },
      { pointer: '#/extra', detail: expect.any(String) },
    ]);
  });
});

describe('rate-limit headers', () => {
  test('both families, on success and on every refusal of a valid key', async () => {
    const { call } = await makeClient({ plan: { requestsPerMinute: 120 } });
    const answers = [
      await call('GET', '/api/me'),
      await call('GET', '/api/invoices?limit=0'),
      await call('GET', `/api/invoices/${NOWHERE}`),
    ];
    for (const [index, { headers }] of answers.entries()) {
      expect(headers.get('RateLimit-Policy')).toBe('"default";q=120;w=60');
      expect(headers.get('RateLimit')).toMatch(new RegExp(`^"default";r=${119 - index};t=\\d+$`));
      expect(headers.get('X-RateLimit-Limit')).toBe('120');
      expect(headers.get('X-RateLimit-Remaining')).toBe(String(119 - index));
      const seconds = Number(headers.get('X-RateLimit-Reset')) - Date.now() / 1_000;
      expect(seconds).toBeGreaterThan(0);
      expect(seconds).toBeLessThanOrEqual(61);
    }
  });

  test('429 adds Retry-After, not before the window ends', async () => {
    const { call } = await makeClient({ plan: { requestsPerMinute: 1 } });
    await call('GET', '/api/me');
    const answer = await call('GET', '/api/me');
    expect((await refusal(answer)).slice(0, 2)).toEqual([429, 'rate_limited']);
    const reset = Number(/t=(\d+)/.exec(answer.headers.get('RateLimit') ?? '')?.[1]);
    expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThanOrEqual(reset);
  });
});

describe('resources', () => {
  test('GET /api/me tells the key and its workspace', async () => {
    const { workspace, call } = await makeClient();
    expect(Object.keys(await bodyOf(await call('GET', '/api/me')))).toEqual([
      'id',
      'name',
      'hint',
      'scopes',
      'expires_at',
      'workspace',
    ]);
    expect(await bodyOf(await call('GET', '/api/me'))).toMatchObject({
      workspace: { id: workspace.id, name: workspace.name, plan: 'enterprise' },
    });
  });

  test('an invoice goes from draft over open to paid', async () => {
    const { call } = await makeClient();
    const { id } = await bodyOf(await call('POST', '/api/invoices', { body: INPUT }));
    const path = `/api/invoices/${id}`;
    await call('PATCH', path, { body: { customer: 'Fabrikam' } });
    expect(await bodyOf(await call('GET', path))).toMatchObject({ status: 'draft', number: null });
    const open = await bodyOf(await call('POST', `${path}/finalize`));
    expect(open).toMatchObject({ status: 'open', number: 'INV-000001', customer: 'Fabrikam' });
    expect((await call('PATCH', path, { body: {} })).status).toBe(409);
    expect((await call('DELETE', path)).status).toBe(409);
    expect(await bodyOf(await call('POST', `${path}/pay`))).toMatchObject({ status: 'paid' });
    expect((await call('POST', `${path}/void`)).status).toBe(409);
  });

  test('the document and health are open to all', async () => {
    expect((await send('/api/openapi.json')).status).toBe(200);
    expect((await send('/api/health')).status).toBe(200);
  });

  test('a list has data, has_more, next_cursor and Link', async () => {
    const { workspace, call } = await makeClient();
    await makeInvoices(workspace.id, 21);
    const answer = await call('GET', '/api/invoices');
    const page = await bodyOf<{ data: object[]; next_cursor: string }>(answer);
    expect(page).toMatchObject({ has_more: true, next_cursor: expect.any(String) });
    expect(page.data).toHaveLength(20);
    expect(answer.headers.get('Link')).toMatch(/^<https?:.+[?&]cursor=.+>; rel="next"$/);
    const rest = await call('GET', `/api/invoices?cursor=${page.next_cursor}`);
    expect(await bodyOf(rest)).toMatchObject({ has_more: false, next_cursor: null });
    expect(rest.headers.get('Link')).toBeNull();
  });

  test.each(['colour=red', 'limit=1&limit=9', 'limit=a', 'limit=1e9', 'limit=-1', 'limit=101'])(
    'the query ?%s is 422',
    async (query) => {
      const { call } = await makeClient();
      const answer = await call('GET', `/api/invoices?${query}`);
      expect((await refusal(answer)).slice(0, 2)).toEqual([422, 'validation_failed']);
    },
  );

  test('Idempotency-Key: replayed, or refused for another body', async () => {
    const { call } = await makeClient();
    const headers = { 'Idempotency-Key': randomUUID() };
    const first = await call('POST', '/api/invoices', { body: INPUT, headers });
    const second = await call('POST', '/api/invoices', { body: INPUT, headers });
    expect(second.headers.get('Idempotency-Replayed')).toBe('true');
    expect(await second.text()).toBe(await first.text());
    const body = { ...INPUT, customer: 'Fabrikam' };
    const reused = await call('POST', '/api/invoices', { body, headers });
    expect((await refusal(reused)).slice(0, 2)).toEqual([422, 'idempotency_key_reused']);
  });

  test('no answer may be stored, and none is for another origin', async () => {
    const { call } = await makeClient();
    const headers = { Origin: 'https://elsewhere.test' };
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'DELETE']) {
      const answer = await call(method, '/api/me', { headers });
      expect(answer.headers.get('Cache-Control')).toBe('private, no-store');
      const cors = [...answer.headers.keys()].filter((name) => name.startsWith('access-control'));
      expect(cors).toEqual([]);
    }
  });

  test('HEAD mirrors GET, OPTIONS answers Allow, other methods are 405 with Allow', async () => {
    const { call } = await makeClient();
    const [get, head] = [await call('GET', '/api/me'), await call('HEAD', '/api/me')];
    expect(head.status).toBe(200);
    expect([...head.headers.keys()]).toEqual([...get.headers.keys()]);
    expect((await call('OPTIONS', '/api/me')).headers.get('Allow')).toBe('GET, HEAD, OPTIONS');
    const refused = await call('DELETE', '/api/me');
    expect(refused.status).toBe(405);
    expect(refused.headers.get('Allow')).toBe('GET, HEAD, OPTIONS');
  });
});

test('what only the pages refuse has the codes of the contract too', async () => {
  const without = await makeWorkspace({ plan: { features: [] } });
  await expect(createApiKey(without.owner, { name: 'x' })).rejects.toMatchObject({
    code: 'feature_not_available',
  });
  const member = { ...without.owner, isOwner: false };
  await expect(createApiKey(member, { name: 'x' })).rejects.toMatchObject({
    code: 'owner_required',
  });
  const free = await makeWorkspace({ plan: 'free' });
  await makeApiKey(free);
  await expect(createApiKey(free.owner, { name: 'x' })).rejects.toMatchObject({
    code: 'api_key_quota_reached',
    details: { limit: 1, active: 1 },
  });
});
