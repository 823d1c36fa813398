import { expect, test } from './fixtures';

test.use({ locale: 'es-ES' });

const PAGES = [
  '/',
  '/plans',
  '/contact',
  '/sign-in',
  '/help?q=key',
  '/help/api-keys',
  '/help/errors',
  '/legal/privacy',
  '/docs',
  '/nowhere',
  '/api-keys',
  '/invoices/nothing',
];
const FILES = [
  '/robots.txt',
  '/sitemap.xml',
  '/icon.svg',
  '/llms.txt',
  '/.well-known/api-catalog',
  '/.well-known/leaked-keys',
  '/.well-known/security.txt',
];
const REST = [
  ...FILES,
  '/opengraph-image',
  '/api/health',
  '/api/me',
  '/api/nowhere',
  '/api/auth/csrf',
];

test('every page has a policy of its own, with a fresh nonce', async ({ as, guard }) => {
  guard.allowStatus(404);
  const page = await as('owner@umbrella.test');
  for (const path of PAGES) {
    const nonces = new Set<string>();
    for (let visit = 0; visit < 2; visit++) {
      const answer = await page.request.get(path);
      const policy = answer.headers()['content-security-policy'] ?? '';
      const scripts = policy.split('; ').find((part) => part.startsWith('script-src '));
      expect(scripts, path).not.toMatch(/unsafe-inline|unsafe-eval|https?:/);
      expect(policy, path).not.toContain('unsafe-inline');
      expect(policy, path).toContain("frame-ancestors 'none'");
      expect(policy, path).toContain("object-src 'none'");
      expect(policy, path).toContain("base-uri 'none'");
      const nonce = /'nonce-([^']+)'/.exec(scripts ?? '')?.[1] ?? '';
      expect(nonce.length, path).toBeGreaterThanOrEqual(22);
      nonces.add(nonce);
      const html = await answer.text();
      const tags = html.match(/<script\b[^>]*>/g) ?? [];
      expect(tags.length, path).toBeGreaterThan(0);
      for (const tag of tags) expect(tag, path).toContain(`nonce="${nonce}"`);
      // The policy allows no style attributes either.
      expect(html, path).not.toMatch(/<[a-z][^<>]*\sstyle=/);
    }
    expect(nonces.size, path).toBe(2);
    // With scripts running, the guard sees what the policy would stop.
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible();
  }
});

test('every address has the security headers and none that say too much', async ({ as }) => {
  const [owner, nobody] = [await as('owner@umbrella.test'), await as(null)];
  for (const path of [...PAGES, ...REST]) {
    const { request } = path === '/sign-in' ? nobody : owner;
    for (const method of ['GET', 'OPTIONS']) {
      const origin = 'https://evil.example';
      const answer = await request.fetch(path, { method, headers: { origin } });
      const headers = answer.headers();
      expect(headers, `${method} ${path}`).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': expect.stringMatching(/^(no-referrer|strict-origin-when-cross-origin)$/),
        'cross-origin-opener-policy': 'same-origin',
      });
      expect(headers, path).not.toHaveProperty('x-powered-by');
      const opened = Object.keys(headers).filter((name) => name.startsWith('access-control'));
      expect(opened, path).toEqual([]);
    }
  }
});

test('files may run and load nothing', async ({ request }) => {
  for (const path of FILES) {
    const policy = (await request.get(path)).headers()['content-security-policy'];
    expect(policy, path).toBe("default-src 'none'; frame-ancestors 'none'");
  }
});

test('the description of the API alone may be read by pages of others', async ({ request }) => {
  const answer = await request.get('/api/openapi.json');
  const allowed = Object.entries(answer.headers()).filter(([name]) => /^access-control/.test(name));
  expect(allowed).toEqual([['access-control-allow-origin', '*']]);
});

test('pages for someone signed in are not stored', async ({ as }) => {
  const page = await as('owner@umbrella.test');
  for (const path of ['/api-keys', '/invoices']) {
    expect((await page.request.get(path)).headers()['cache-control']).toContain('no-store');
  }
});
