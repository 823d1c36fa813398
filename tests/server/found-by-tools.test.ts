import { afterAll, beforeAll, expect, test } from 'vitest';
import { twoInstances } from '../support/api-server';

const CONTACT = 'security@example.com';
const DAY_MS = 86_400_000;

let api: Awaited<ReturnType<typeof twoInstances>>;
/** of an instance that has a contact */
let origin: string;

beforeAll(async () => {
  api = await twoInstances();
  ({ origin } = await api.startInstance({ SECURITY_CONTACT: CONTACT }));
});

afterAll(() => api?.stop());

const get = (path: string, init?: RequestInit) => fetch(`${origin}${path}`, init);

test('the API catalog leads to the description, the documentation and the health of the API', async () => {
  const answer = await get('/.well-known/api-catalog');
  expect(answer.headers.get('content-type')).toBe(
    'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"',
  );
  const { linkset } = (await answer.json()) as { linkset: Record<string, unknown>[] };
  expect(linkset).toMatchObject([
    { anchor: `${origin}/.well-known/api-catalog`, item: [{ href: `${origin}/api` }] },
    {
      anchor: `${origin}/api`,
      'service-desc': [
        { href: `${origin}/api/openapi.json` },
        { href: `${origin}/api/openapi-3.0.json` },
      ],
      'service-doc': [{ href: `${origin}/docs` }],
      status: [{ href: `${origin}/api/health` }],
    },
    {
      anchor: `${origin}/api/leaked-keys`,
      'service-meta': [{ href: `${origin}/.well-known/leaked-keys` }],
    },
  ]);
  const hrefs = JSON.stringify(linkset).match(/(?<="href":")[^"]+/g) ?? [];
  for (const href of hrefs.filter((one) => one !== `${origin}/api`)) {
    const { status, headers } = await fetch(href);
    expect(status, href).toBe(200);
    expect(headers.get('content-type')).toMatch(/^(application\/json|text\/html)/);
  }
});

test('scanners find what keys look like, and where to report them', async () => {
  const found = await (await get('/.well-known/leaked-keys')).json();
  const [{ regex }] = found.patterns;
  expect(`key=sk_${'a1'.repeat(32)};`).toMatch(new RegExp(regex));
  expect(`sk_${'a1'.repeat(33)}`).not.toMatch(new RegExp(regex));
  expect((await fetch(found.documentation)).status).toBe(200);
  const { method, url } = found.report;
  const headers = { 'Content-Type': 'application/json' };
  const answer = await fetch(url, { method, headers, body: '{"keys":["sk_"]}' });
  expect([answer.status, await answer.json()]).toEqual([202, { received: 1 }]);
});

test('HEAD of the API catalog names its relation', async () => {
  const answer = await get('/.well-known/api-catalog', { method: 'HEAD' });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('link')).toContain('rel="api-catalog"');
});

test('security.txt names the contact, and never expires while the server runs', async () => {
  const answer = await get('/.well-known/security.txt');
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  const text = await answer.text();
  expect(text).toContain(`Contact: mailto:${CONTACT}\n`);
  expect(text).toContain(`# Keys that have leaked: ${origin}/.well-known/leaked-keys\n`);
  expect(text).toContain(`Canonical: ${origin}/.well-known/security.txt\n`);
  const expires = Date.parse(/^Expires: (.+)$/m.exec(text)?.[1] ?? '');
  expect(expires).toBeGreaterThan(Date.now() + 90 * DAY_MS);
  expect(expires).toBeLessThan(Date.now() + 365 * DAY_MS);
});

test('without a contact there is no security.txt', async () => {
  const answer = await fetch(`${api.origins[0]}/.well-known/security.txt`);
  expect(answer.status).toBe(404);
  expect(await answer.text()).not.toContain('Contact:');
});

test('llms.txt leads to every operation and every article', async () => {
  const answer = await get('/llms.txt');
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  const text = await answer.text();
  expect(text).toMatch(/^# Zendrhax API\n\n> /);
  expect(text).toContain('`POST /api/invoices/{id}/pay`, scope `invoices:write`');
  const pages = [...text.matchAll(/\]\(([^)#]+)/g)].map(([, href]) => String(href));
  for (const page of new Set(pages)) expect((await fetch(page)).status, page).toBe(200);
  expect(pages.some((page) => page.endsWith('/help/using-the-api?lang=en'))).toBe(true);
});

test('robots may read the description of the API, and nothing else of it', async () => {
  const lines = (await (await get('/robots.txt')).text()).split('\n');
  expect(lines.filter((line) => line.includes('/api/'))).toEqual([
    'Allow: /api/openapi.json',
    'Allow: /api/openapi-3.0.json',
    'Disallow: /api/',
  ]);
});

test('the description of the API may be read from any origin, and nothing else', async () => {
  const headers = { Origin: 'https://tools.example' };
  const allowed = async (path: string) =>
    (await get(path, { headers })).headers.get('access-control-allow-origin');
  expect(await allowed('/api/openapi.json')).toBe('*');
  expect(await allowed('/api/openapi-3.0.json')).toBe('*');
  for (const path of ['/api/me', '/api/health', '/api/openapi.json/x', '/docs', '/llms.txt']) {
    expect(await allowed(path), path).toBeNull();
  }
});
