import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApiServer } from '../support/api-server';
import { sendRaw } from '../support/raw-http';
import { cookieOf } from '../support/session';

let api: Awaited<ReturnType<typeof startApiServer>>;
/** What the Owner of a workspace with a key sends, and who belongs to none. */
let owner: string;
let nobody: string;
let keyPage: string;

beforeAll(async () => {
  api = await startApiServer();
  const workspace = await api.makeWorkspace();
  const { apiKey } = await api.makeApiKey(workspace);
  const { makeMember } = await import('../support/workspace');
  const member = await makeMember(workspace, 'USER');
  owner = await cookieOf(workspace.owner.userId);
  nobody = await cookieOf(member.userId);
  keyPage = `/api-keys/${apiKey.id}`;
});

afterAll(() => api?.stop());

/** What every answer is asked. A page of its own may have a policy with a nonce. */
function expectComplete(headers: Headers, what: string): void {
  const said = (name: string) => headers.get(name) ?? '';
  expect(said('x-content-type-options'), what).toBe('nosniff');
  expect(said('x-frame-options'), what).toBe('DENY');
  expect(said('referrer-policy'), what).toBe('strict-origin-when-cross-origin');
  expect(said('cross-origin-opener-policy'), what).toBe('same-origin');
  expect(said('permissions-policy'), what).not.toBe('');
  expect(said('content-security-policy'), what).toContain("frame-ancestors 'none'");
  expect(said('content-security-policy'), what).not.toContain('unsafe');
  expect(said('cache-control'), what).not.toBe('');
  if (said('content-type').startsWith('text/')) {
    expect(said('content-type'), what).toMatch(/; ?charset=utf-8$/i);
  }
}

type Asked = { path: string; status: number; init?: RequestInit; as?: 'owner' | 'nobody' };

async function ask({ path, status, init, as }: Asked): Promise<Headers> {
  const Cookie = as === 'owner' ? owner : as === 'nobody' ? nobody : '';
  const headers = { ...(Cookie && { Cookie }), ...init?.headers };
  const answer = await fetch(`${api.server.origin}${path}`, {
    redirect: 'manual',
    ...init,
    headers,
  });
  await answer.arrayBuffer();
  expect(answer.status, path).toBe(status);
  expectComplete(answer.headers, `${status} ${path}`);
  return answer.headers;
}

const ACTION = { 'Next-Action': 'a'.repeat(42), 'Content-Type': 'text/plain' };

test('every kind of answer has the headers of all', async () => {
  const [script] = /\/_next\/static\/[^"]+\.js/.exec(
    await (await fetch(`${api.server.origin}/sign-in`)).text(),
  ) ?? [''];
  const kinds: Asked[] = [
    { path: '/', status: 200 },
    { path: '/nowhere', status: 404 },
    { path: '/nowhere.png', status: 404 },
    { path: '/api-keys', status: 200, as: 'owner' },
    { path: '/api-keys', status: 403, as: 'nobody' },
    { path: '/api-keys', status: 307 },
    // Refusals of Next.js, of the proxy and of the server before them.
    { path: '/help/', status: 308 },
    { path: '//evil.example', status: 308 },
    { path: '/sign-in', status: 400, init: { method: 'POST', body: '{', headers: ACTION } },
    { path: '/sign-in', status: 409, init: { method: 'POST', body: '[]', headers: ACTION } },
    { path: '/sign-in', status: 403, init: { method: 'POST', headers: { Origin: 'null' } } },
    { path: '/sign-in', status: 413, init: { method: 'POST', body: 'a'.repeat(1_100_000) } },
    { path: '/sign-in', status: 400, init: { headers: { 'Next-Router-State-Tree': 'x' } } },
    { path: '/robots.txt', status: 405, init: { method: 'POST' } },
    { path: '/%', status: 404 },
    // Files, and what is none.
    { path: script ?? '', status: 200 },
    { path: '/_next/static/none.js', status: 404 },
    { path: '/_next/image?url=%2Ficon.svg&w=64&q=75', status: 404 },
    { path: '/_next/data/x/y.json', status: 404 },
    { path: '/favicon.ico', status: 200 },
    { path: '/icon.svg', status: 200 },
    { path: '/robots.txt', status: 200 },
    { path: '/sitemap.xml', status: 200 },
    { path: '/llms.txt', status: 200 },
    { path: '/opengraph-image', status: 200 },
    { path: '/.well-known/api-catalog', status: 200 },
    { path: '/.well-known/leaked-keys', status: 200 },
    { path: '/.well-known/security.txt', status: 404 },
    // The API and next-auth.
    { path: '/api/health', status: 200 },
    { path: '/api/me', status: 401 },
    { path: '/api/nowhere', status: 404 },
    { path: '/api/openapi.json', status: 200 },
    { path: '/api/me', status: 405, init: { method: 'PUT' } },
    { path: '/api/me', status: 204, init: { method: 'OPTIONS' } },
    { path: '/api/%6De', status: 404 },
    { path: '/api/auth/csrf', status: 200 },
    { path: '/api/auth/signin', status: 302 },
    { path: '/api/auth/session', status: 404 },
    { path: '/api/auth/csrf?callbackUrl=x', status: 400 },
  ];
  for (const kind of kinds) await ask(kind);
});

test('what a route handler answers is not stored, whatever it answers', async () => {
  const none = '/api-keys/00000000-0000-4000-8000-000000000000';
  const handlers: Asked[] = [
    { path: `${keyPage}/used-lately`, status: 200, as: 'owner' },
    { path: `${keyPage}/watch`, status: 200, as: 'owner' },
    { path: `${keyPage}/first-request`, status: 204, as: 'owner' },
    { path: '/api-keys/export', status: 200, as: 'owner' },
    { path: '/api-keys/export?format=csv', status: 200, as: 'owner' },
    { path: '/api-keys/export?cursor=x', status: 200, as: 'owner' },
    { path: '/session', status: 200, as: 'owner' },
    { path: '/session', status: 200 },
    { path: `${keyPage}/used-lately`, status: 307 },
    { path: `${keyPage}/watch`, status: 307 },
    { path: `${keyPage}/first-request`, status: 307 },
    { path: '/api-keys/export', status: 307 },
    { path: `${keyPage}/used-lately`, status: 403, as: 'nobody' },
    { path: `${keyPage}/watch`, status: 403, as: 'nobody' },
    { path: `${keyPage}/first-request`, status: 403, as: 'nobody' },
    { path: '/api-keys/export', status: 403, as: 'nobody' },
    { path: `${none}/used-lately`, status: 404, as: 'owner' },
    { path: `${none}/watch`, status: 404, as: 'owner' },
    { path: `${none}/first-request`, status: 404, as: 'owner' },
    { path: `${keyPage}/watch`, status: 405, as: 'owner', init: { method: 'POST' } },
  ];
  for (const asked of handlers) {
    expect((await ask(asked)).get('cache-control'), asked.path).toContain('no-store');
  }
});

test('too many requests for a costly page get an answer with the headers of all', async () => {
  // Counted like the page itself, and made faster.
  const asked = Array.from({ length: 61 }, async () => {
    const answer = await fetch(`${api.server.origin}/docs/none`);
    expectComplete(answer.headers, `${answer.status} /docs/none`);
    await answer.arrayBuffer();
    return answer.status;
  });
  expect(await Promise.all(asked)).toContain(429);
});

/** The headers of an answer that was read as it came. */
function headersIn(received: string): Headers {
  const [, ...lines] = (received.split('\r\n\r\n')[0] ?? '').split('\r\n');
  return new Headers(lines.map((line) => line.split(/: (.*)/).slice(0, 2) as [string, string]));
}

test.each([
  ['what is no HTTP', ['this is no request', '', '']],
  ['a request without a host', ['GET / HTTP/1.1', '', '']],
  ['two hosts', ['GET / HTTP/1.1', 'Host: a', 'Host: b', 'Connection: close', '', '']],
  ['headers that are too large', ['GET / HTTP/1.1', 'Host: a', `X: ${'x'.repeat(40_000)}`, '', '']],
  ['OPTIONS *', ['OPTIONS * HTTP/1.1', 'Host: a', 'Connection: close', '', '']],
  ['an unknown method', ['TRACE /help HTTP/1.1', 'Host: a', 'Connection: close', '', '']],
])('the answer to %s has the headers of all', async (what, lines) => {
  expectComplete(headersIn(await sendRaw(api.server.port, lines)), what);
});

test('an outage is answered with the headers of all', async () => {
  await api.db.$executeRawUnsafe('alter table "Session" rename to "Elsewhere"');
  for (const path of [`${keyPage}/watch`, '/api-keys/export', '/api-keys']) {
    await ask({ path, status: 500, as: 'owner' });
  }
  await api.db.$executeRawUnsafe('alter table "Elsewhere" rename to "Session"');
});
