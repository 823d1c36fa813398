import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { compressing } from '@/server/compress.mjs';
import { until } from '../../support/until';

const ends: (() => void)[] = [];

afterEach(() => {
  for (const end of ends.splice(0)) end();
});

const PAGE = '<p>What a page says.</p>'.repeat(100);

const sendPage: RequestListener = (_request, response) =>
  void response.setHeader('Content-Type', 'text/html; charset=utf-8').end(PAGE);

type Sent = { method?: string; path?: string; headers?: Record<string, string> };

async function ask(handle: RequestListener, { method, path = '/', headers = {} }: Sent) {
  const server = createServer(compressing(handle));
  server.listen(0);
  await once(server, 'listening');
  ends.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const asked = request({ port, path, method, headers, agent: false }).end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  return answer;
}

async function textOf(answer: IncomingMessage): Promise<string> {
  const coding = answer.headers['content-encoding'];
  const decoder = { br: createBrotliDecompress, gzip: createGunzip }[String(coding)];
  let text = '';
  for await (const chunk of decoder ? answer.pipe(decoder()) : answer) text += chunk;
  return text;
}

test.each([
  [undefined, undefined],
  ['', undefined],
  ['identity', undefined],
  ['gzip', 'gzip'],
  ['gzip, deflate, br, zstd', 'br'],
  ['br;q=0.5, gzip', 'gzip'],
  ['br;q=0, gzip;q=0', undefined],
  ['*', 'br'],
  ['*;q=0', undefined],
  ['GZIP', 'gzip'],
])('Accept-Encoding %j is answered in %j', async (accepted, coding) => {
  const headers: Record<string, string> =
    accepted === undefined ? {} : { 'Accept-Encoding': accepted };
  const answer = await ask(sendPage, { headers });
  expect(answer.headers['content-encoding']).toBe(coding);
  expect(answer.headers.vary).toBe('Accept-Encoding');
  expect(await textOf(answer)).toBe(PAGE);
});

const COOKIE = { Cookie: 'zendrhax.session=x' };
const from = (site: string) => ({ 'Sec-Fetch-Site': site });

test.each<[string, Sent]>([
  ['an action, whose answer may have a key', { method: 'POST' }],
  ['sign-in, whose form has a token', { path: '/sign-in?callbackUrl=/x' }],
  ['sign-in with an escape', { path: '/%73ign-in' }],
  ['sign-in with a slash', { path: '/sign-in/' }],
  ['sign-in with two slashes', { path: '//sign-in' }],
  ['what next-auth answers', { path: '/api/auth/csrf' }],
  [
    'what another site asks in the name of somebody',
    { headers: { ...COOKIE, ...from('cross-site') } },
  ],
  ['what a neighbouring site asks so', { headers: { ...COOKIE, ...from('same-site') } }],
])('%s is not compressed', async (_, sent) => {
  const headers = { ...sent.headers, 'Accept-Encoding': 'gzip, br' };
  const answer = await ask(sendPage, { ...sent, headers });
  expect(answer.headers['content-encoding']).toBeUndefined();
  expect(await textOf(answer)).toBe(PAGE);
});

test.each<[string, Sent]>([
  ['a page of somebody signed in', { headers: { ...COOKIE, ...from('same-origin') } }],
  ['an address that somebody typed', { headers: { ...COOKIE, ...from('none') } }],
  ['a page for a visitor from another site', { headers: from('cross-site') }],
  ['a page whose name begins alike', { path: '/sign-in-help' }],
  ['a page that is told where to lead', { path: '/help?next=/sign-in' }],
])('%s is compressed', async (_, sent) => {
  const headers = { ...sent.headers, 'Accept-Encoding': 'gzip, br' };
  const answer = await ask(sendPage, { ...sent, headers });
  expect(answer.headers['content-encoding']).toBe('br');
});

test('a short page and a picture are sent as they are', async () => {
  const headers = { 'Accept-Encoding': 'gzip, br' };
  const short: RequestListener = (_request, response) =>
    void response.setHeader('Content-Type', 'text/html').end('short');
  const picture: RequestListener = (_request, response) =>
    void response.setHeader('Content-Type', 'image/png').end(PAGE);
  for (const handle of [short, picture]) {
    const answer = await ask(handle, { headers });
    expect(answer.headers['content-encoding']).toBeUndefined();
  }
});

test('HEAD has no body', async () => {
  const answer = await ask(sendPage, { method: 'HEAD', headers: { 'Accept-Encoding': 'br' } });
  expect(answer.statusCode).toBe(200);
  let bytes = 0;
  for await (const chunk of answer) bytes += chunk.length;
  expect(bytes).toBe(0);
});

test.each(['br', 'gzip'])('a page that streams in %s arrives as it streams', async (coding) => {
  let finish = () => {};
  // As Next.js does it: next/dist/server/pipe-readable.js.
  const handle: RequestListener = (_request, response) => {
    response.setHeader('Content-Type', 'text/html').write(PAGE);
    (response as typeof response & { flush(): void }).flush();
    finish = () => void response.end('the rest');
  };
  const answer = await ask(handle, { headers: { 'Accept-Encoding': coding } });
  const decoder = coding === 'br' ? createBrotliDecompress() : createGunzip();
  let text = '';
  answer.pipe(decoder).on('data', (chunk) => (text += chunk));
  await until(() => text === PAGE);
  finish();
  await until(() => text === `${PAGE}the rest`);
});

test('one page alone has the token of next-auth', () => {
  const files = execFileSync('git', ['grep', '-l', 'readCsrfToken', 'app'], { encoding: 'utf8' });
  expect(files.trim().split('\n')).toEqual(['app/(site)/sign-in/page.tsx']);
});
