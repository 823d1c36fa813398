import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyPreparedFolder } from '../support/prepared';
import { type RunningServer, startServer } from '../support/server';
import { until } from '../support/until';

const folder = copyPreparedFolder();
let server: RunningServer;

beforeAll(async () => {
  server = await startServer({ DATA_DIR: folder });
});

afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${server.origin}${path}`, { redirect: 'manual', ...init });

/** Where the form of sign-in goes, which next-auth reads. */
const SIGN_IN = '/api/auth/callback/credentials';

const form = (text = 'es') => {
  const body = new FormData();
  body.set('locale', text);
  return body;
};

test.each(['null', 'https://evil.example', 'http://localhost:1'])(
  'a form or an action from %s gets 403',
  async (Origin) => {
    for (const action of [{}, { 'Next-Action': 'a'.repeat(42) }] as Record<string, string>[]) {
      const headers = new Headers({ Origin, ...action });
      const answer = await ask('/sign-in', { method: 'POST', body: form(), headers });
      expect(answer.status).toBe(403);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    }
    const headers = { Origin, 'X-Forwarded-Host': Origin.replace(/^\w+:\/\//, '') };
    expect((await ask(SIGN_IN, { method: 'POST', body: form(), headers })).status).toBe(403);
    const told = `"path":"${SIGN_IN}","status":403,"origin":"${Origin}","clientAddress":`;
    await until(() => server.output().includes(told));
  },
);

/** As a proxy sends it that passes a body on while it comes: without its length. */
const streamed = (text: string, type: string) =>
  ({
    method: 'POST',
    body: new Blob([text]).stream(),
    duplex: 'half',
    headers: { 'Content-Type': type, Origin: server.origin },
  }) as RequestInit;

const FORM = 'application/x-www-form-urlencoded';

test('a form of 9 MiB gets 413, whether it says its length or not', async () => {
  const large = 'a'.repeat(9 * 1024 * 1024);
  expect((await ask('/sign-in', { method: 'POST', body: form(large) })).status).toBe(413);
  const action = { 'Next-Action': 'a'.repeat(42), 'Content-Type': 'text/plain' };
  const said = { method: 'POST', body: large, headers: action };
  expect((await ask('/sign-in', said)).status).toBe(413);
  expect((await ask('/sign-in', streamed(large, FORM))).status).toBe(413);
  expect((await ask(SIGN_IN, streamed('a'.repeat(16_385), FORM))).status).toBe(413);
  expect((await ask(SIGN_IN, streamed('a'.repeat(16_384), FORM))).status).toBe(302);
});

test('a form that does not say its length is read', async () => {
  // next-auth's leads back to sign-in, where it says what was wrong.
  expect((await ask(SIGN_IN, streamed('csrfToken=x', FORM))).status).toBe(302);
  expect((await ask('/plans', streamed('a=b', FORM))).status).toBe(200);
  const action = streamed('[]', 'text/plain;charset=UTF-8');
  const headers = { ...action.headers, 'Next-Action': 'a'.repeat(42) };
  // As that with a length: no such action.
  const known = { ...action, body: '[]', headers };
  const status = (await ask('/plans', known)).status;
  expect((await ask('/plans', { ...action, headers })).status).toBe(status);
});

test.each(['x', '%', '%5B', '{}', '[]', '[1,2,3,4,5,6]', '["a",{"b":1}]'])(
  'a router state of %s gets 400',
  async (state) => {
    const headers = { RSC: '1', 'Next-Router-State-Tree': state };
    const action = { ...headers, 'Next-Action': 'a'.repeat(42) };
    expect((await ask('/sign-in', { headers })).status).toBe(400);
    const post = { method: 'POST', body: form(), headers: action };
    expect((await ask('/sign-in', post)).status).toBe(400);
  },
);

test('a callback address that is none gets 400, and a cookie with one is taken back', async () => {
  for (const path of ['csrf?callbackUrl=x', 'providers?callbackUrl=javascript:alert(1)']) {
    expect((await ask(`/api/auth/${path}`)).status, path).toBe(400);
  }
  const headers = { Cookie: 'zendrhax.callback-url=x' };
  const answer = await ask('/api/auth/csrf', { headers });
  expect(answer.status).toBe(400);
  expect(answer.headers.get('set-cookie')).toMatch(/^zendrhax\.callback-url=; .*Max-Age=0/);
  expect((await ask('/api/auth/csrf?callbackUrl=/docs')).status).toBe(200);
});

test.each(['/nope.html', '/invoices/a.b', '/a.php', '/help/x.y', '/icon.svg/x.svg'])(
  '%s has a policy with a nonce',
  async (path) => {
    const policy = (await ask(path)).headers.get('content-security-policy');
    expect(policy).toMatch(/script-src [^;]*'nonce-\w+'/);
  },
);

test('no address shrinks pictures for strangers', async () => {
  for (const url of ['%2Ficon.svg', '%2Ffavicon.ico', 'https%3A%2F%2Fevil.example%2Fx.png']) {
    expect((await ask(`/_next/image?url=${url}&w=64&q=75`)).status).toBe(404);
  }
});

test.each(['{x', '', '{}', '[', '["$h1"'])(
  'an action with %j as its input gets 400',
  async (body) => {
    const headers = { 'Next-Action': 'a'.repeat(42), 'Content-Type': 'text/plain' };
    expect((await ask('/sign-in', { method: 'POST', body, headers })).status).toBe(400);
  },
);
