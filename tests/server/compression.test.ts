import { type IncomingHttpHeaders, request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { twoInstances } from '../support/api-server';

let api: Awaited<ReturnType<typeof twoInstances>>;
let key: string;
let long: string;
let short: string;

const lines = Array.from({ length: 50 }, (_, position) => ({
  position,
  description: `Consulting hours of week ${position}`,
  quantity: 2,
  unitAmount: 4_900n,
  amount: 9_800n,
}));

beforeAll(async () => {
  api = await twoInstances();
  const workspace = await api.makeWorkspace({ plan: { requestsPerMinute: 1_000_000 } });
  key = (await api.makeApiKey(workspace)).secret;
  await api.makeInvoices(workspace.id, 100);
  short = `/api/invoices/${await api.makeInvoice(workspace.id)}`;
  long = `/api/invoices/${await api.makeInvoice(workspace.id, { lines: { create: lines } })}`;
});

afterAll(() => api?.stop());

type Answer = { status: number; headers: IncomingHttpHeaders; bytes: Buffer; text: string };

const DECODERS = new Map([
  ['br', brotliDecompressSync],
  ['gzip', gunzipSync],
]);

/** Sends these headers and no others, and leaves the answer as it came. */
function ask(
  path: string,
  headers: Record<string, string> = {},
  { method = 'GET', body = '', origin = api.origins[0] } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = { ...(path.startsWith('/api') && { Authorization: `Bearer ${key}` }), ...headers };
    const type = body && { 'Content-Type': 'application/json', 'Content-Length': body.length };
    const asked = request(origin + path, { method, headers: { ...sent, ...type } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk) => chunks.push(chunk)).on('error', reject);
      answer.on('end', () => {
        const { statusCode: status = 0, headers: found } = answer;
        const bytes = Buffer.concat(chunks);
        const decode = DECODERS.get(String(found['content-encoding']));
        const text = decode && bytes.length > 0 ? decode(bytes) : bytes;
        resolve({ status, headers: found, bytes, text: text.toString() });
      });
    });
    asked.on('error', reject).end(body);
  });
}

const accept = (coding: string) => ({ 'Accept-Encoding': coding });

describe('an answer of the API', () => {
  test.each(['gzip', 'br'] as const)('is shorter in %s, and the same', async (coding) => {
    for (const path of ['/api/invoices?limit=100', long, '/api/openapi.json']) {
      const whole = await ask(path);
      const coded = await ask(path, accept(coding));
      expect(whole.headers['content-encoding'], path).toBeUndefined();
      expect(coded.headers['content-encoding'], path).toBe(coding);
      expect(coded.text, path).toBe(whole.text);
      expect(coded.bytes.length, path).toBeLessThan(whole.bytes.length / 3);
      for (const { headers, bytes } of [whole, coded]) {
        expect(headers.vary, path).toBe('Accept-Encoding');
        expect(headers['content-length'], path).toBe(String(bytes.length));
      }
    }
  });

  test.each([
    ['gzip, deflate, br', 'br'],
    ['br;q=0.1, gzip;q=0.9', 'gzip'],
    ['br;q=0, *', 'gzip'],
    ['identity, gzip;q=0.5', undefined],
    ['deflate, zstd', undefined],
    ['*;q=0', undefined],
    ['nonsense;q=x, ,;', undefined],
  ])('is coded as the caller of %j prefers', async (accepted, coding) => {
    const { status, headers } = await ask('/api/invoices', accept(accepted));
    expect(status).toBe(200);
    expect(headers['content-encoding']).toBe(coding);
  });

  test('of less than a packet is sent as it is', async () => {
    for (const path of ['/api/me', short, '/api/health']) {
      const { headers, bytes } = await ask(path, accept('gzip, br'));
      expect(bytes.length).toBeLessThan(1_024);
      expect(headers).not.toHaveProperty('content-encoding');
      expect(headers).not.toHaveProperty('vary');
    }
  });

  test('to HEAD has the headers of GET, and no body', async () => {
    for (const path of [long, '/api/openapi.json']) {
      const got = await ask(path, accept('br'));
      const { headers, bytes } = await ask(path, accept('br'), { method: 'HEAD' });
      expect(bytes.length).toBe(0);
      for (const name of ['etag', 'vary', 'content-encoding', 'content-length', 'content-type']) {
        expect(headers[name], name).toBe(got.headers[name]);
      }
    }
  });

  test('to a change, or to what is refused, is sent as it is', async () => {
    const body = JSON.stringify({ customer: 'Fabrikam' });
    const changed = await ask(long, accept('gzip, br'), { method: 'PATCH', body });
    const many = JSON.stringify({ lines: Array(20).fill({}) });
    const refused = await ask('/api/invoices', accept('br'), { method: 'POST', body: many });
    expect([changed.status, refused.status]).toEqual([200, 422]);
    for (const { headers, bytes } of [changed, refused]) {
      expect(bytes.length).toBeGreaterThan(1_024);
      expect(headers).not.toHaveProperty('content-encoding');
    }
  });
});

describe('the ETag', () => {
  const tagOf = async (coding: string, path = long) =>
    String((await ask(path, accept(coding))).headers.etag);

  test('is strong, another in each coding, and the same on each instance', async () => {
    for (const path of [long, '/api/openapi.json']) {
      const tags = await Promise.all(['identity', 'gzip', 'br'].map((one) => tagOf(one, path)));
      expect(new Set(tags).size).toBe(3);
      for (const tag of tags) expect(tag).toMatch(/^"[\w-]{43}(\.br|\.gzip)?"$/);
    }
    const other = await ask(long, accept('br'), { origin: api.origins[1] });
    expect(other.headers.etag).toBe(await tagOf('br'));
  });

  test('opens 304 to whoever has the body in that coding, or as it is', async () => {
    for (const path of [long, '/api/openapi.json']) {
      const [plain, gzip, br] = await Promise.all(
        ['identity', 'gzip', 'br'].map((one) => tagOf(one, path)),
      );
      const known = (coding: string, tags: unknown) =>
        ask(path, { ...accept(coding), 'If-None-Match': String(tags) });
      for (const [coding, tag] of [
        ['br', br],
        ['gzip', gzip],
        ['identity', plain],
        ['br', plain],
        ['gzip', `W/${gzip}`],
        ['gzip', `"x", ${gzip}`],
      ] as const) {
        const { status, headers, bytes } = await known(coding, tag);
        expect(status, `${coding} ${tag}`).toBe(304);
        expect(headers.vary).toBe('Accept-Encoding');
        expect(tag).toContain(headers.etag);
        expect(headers).not.toHaveProperty('content-encoding');
        expect(bytes.length).toBe(0);
      }
      // A cache would hand out what it has, and this caller could not read it.
      expect((await known('identity', gzip)).status).toBe(200);
      expect((await known('br', gzip)).status).toBe(200);
    }
  });

  test.each(['identity', 'gzip', 'br'])(
    'of %s lets a change through, and one only',
    async (coding) => {
      const tag = await tagOf(coding);
      const change = (ifMatch: string) =>
        ask(long, { 'If-Match': ifMatch }, { method: 'PATCH', body: '{"reference":null}' });
      expect((await change(`W/${tag}`)).status).toBe(412);
      const body = JSON.stringify({ customer: `Read in ${coding}` });
      const changed = await ask(long, { 'If-Match': tag }, { method: 'PATCH', body });
      expect(changed.status).toBe(200);
      expect(changed.headers.etag).toBe(await tagOf('identity'));
      expect((await change(tag)).status).toBe(412);
      const none = { 'If-None-Match': await tagOf(coding) };
      expect((await ask(long, none, { method: 'PATCH', body })).status).toBe(412);
      expect((await ask(long, { 'If-Match': tag, ...accept('br') })).status).toBe(412);
    },
  );
});

describe('a page', () => {
  test.each(['gzip', 'br'] as const)('is shorter in %s, and whole', async (coding) => {
    for (const path of ['/', '/docs', '/llms.txt']) {
      const { headers, bytes, text } = await ask(path, accept(coding));
      expect(headers['content-encoding'], path).toBe(coding);
      expect(headers.vary, path).toContain('Accept-Encoding');
      expect(bytes.length, path).toBeLessThan(text.length / 2);
      if (path !== '/llms.txt') expect(text, path).toMatch(/<\/html>/);
    }
  });

  test('with a token is sent as it is', async () => {
    const first = await ask('/api/auth/csrf');
    const cookie = String(first.headers['set-cookie']).split(';')[0] ?? '';
    const token = decodeURIComponent(cookie.split('=')[1] ?? '').split('|')[0] ?? '';
    for (const path of ['/sign-in?callbackUrl=/invoices', '/%73ign-in']) {
      const { headers, text } = await ask(path, { ...accept('gzip, br'), Cookie: cookie });
      expect(headers, path).not.toHaveProperty('content-encoding');
      if (!path.includes('%')) expect(text).toContain(token);
    }
    for (const path of ['/', '/register', '/forgot-password', '/plans', '/contact', '/docs']) {
      const { text } = await ask(path, { ...accept('br'), Cookie: cookie });
      expect(text, path).not.toContain(token);
    }
  });

  test('that another site makes a browser open is sent as it is', async () => {
    const headers = { ...accept('gzip, br'), 'Sec-Fetch-Site': 'cross-site', Cookie: 'a=b' };
    expect((await ask('/help', headers)).headers).not.toHaveProperty('content-encoding');
  });

  test('has no strong tag while it is compressed, nor a script', async () => {
    const { text } = await ask('/');
    const script = /\/_next\/static\/[^"]+\.js/.exec(text)?.[0] ?? '';
    for (const path of ['/', '/llms.txt', '/icon.svg', script]) {
      const { headers } = await ask(path, accept('br'));
      expect(headers['content-encoding'], path).toBe('br');
      expect(headers.etag ?? 'W/', path).toMatch(/^W\//);
    }
    const { headers } = await ask(script, accept('br'));
    const known = { ...accept('br'), 'If-None-Match': String(headers.etag) };
    expect((await ask(script, known)).status).toBe(304);
  });
});
