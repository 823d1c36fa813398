import { expect, test } from 'vitest';
import { bodyOf, send } from '../../support/api';
import { makeInvoice } from '../../support/invoices';
import { makeApiKey, makeWorkspace } from '../../support/workspace';

type Options = NonNullable<Parameters<typeof send>[1]>;

const UNKNOWN = `sk_${'0'.repeat(64)}`;
const NOWHERE = '0199aaaa-0000-7000-8000-000000000000';
const INPUT = {
  customer: 'Northwind Traders',
  currency: 'EUR',
  lines: [{ description: 'Consulting hours', quantity: 3, unit_amount: 12_500 }],
};

async function makeClient() {
  const workspace = await makeWorkspace({ plan: 'enterprise' });
  const { secret } = await makeApiKey(workspace);
  const call = (method: string, path: string, options: Options = {}) =>
    send(path, { key: secret, method, ...options });
  return { workspace, call };
}

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
test.each(GIVEN)('%i %s is a problem that nothing may store', async (status, code, act) => {
  const answer = await act(await makeClient());
  expect(answer.status).toBe(status);
  expect(await bodyOf(answer)).toMatchObject({ code });
  expect(answer.headers.get('Cache-Control')).toBe('private, no-store');
});
