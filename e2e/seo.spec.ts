import type { Page } from '@playwright/test';
import { expect, prefer, test } from './fixtures';

const PAGES = ['/', '/plans', '/contact', '/docs', '/help/errors', '/sign-in'];

const content = (page: Page, name: string) =>
  page.locator(`meta[property="${name}"], meta[name="${name}"]`).getAttribute('content');
const link = (page: Page, selector: string) => page.locator(`link${selector}`).getAttribute('href');
const language = (page: Page) => page.locator('html').getAttribute('lang');

test('every page says what it is, where it is, and where it is in each language', async ({
  page,
  baseURL,
}) => {
  for (const path of PAGES) {
    await page.goto(path);
    await expect(page, path).toHaveTitle(/Zendrhax/);
    const title = await page.title();
    const description = String(await content(page, 'description'));
    expect(description.length, path).toBeGreaterThan(40);
    expect(await content(page, 'og:title'), path).toBe(title);
    expect(await content(page, 'og:description'), path).toBe(description);
    expect(await content(page, 'twitter:card'), path).toBe('summary_large_image');
    expect(await content(page, 'og:image'), path).toMatch(/^http.*\/opengraph-image/);
    expect(await link(page, '[rel=canonical]')).toMatch(new RegExp(`^${baseURL}${path}?$`));
    const whole = new URL(path, baseURL).href;
    for (const [name, address] of [
      ['en', `${whole}?lang=en`],
      ['es', `${whole}?lang=es`],
      ['x-default', path === '/' ? String(baseURL) : whole],
    ] as const) {
      const found = String(await link(page, `[rel=alternate][hreflang=${name}]`));
      expect(found.replace(/\/$/, '')).toBe(address);
    }
  }
});

test('titles and descriptions differ from page to page and are translated', async ({ page }) => {
  const seen = new Set<string>();
  for (const locale of ['en', 'es']) {
    for (const path of ['/', '/plans', '/contact', '/docs']) {
      await page.goto(`${path}?lang=${locale}`);
      await expect(page).toHaveTitle(/Zendrhax/);
      seen.add(await page.title());
      seen.add(String(await content(page, 'description')));
    }
  }
  expect(seen.size).toBe(16);
});

test('the picture for previews is one, without running or loading anything', async ({
  page,
  request,
}) => {
  await page.goto('/');
  const answer = await request.get(String(await content(page, 'og:image')));
  expect(answer.headers()).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
  });
  const body = await answer.body();
  expect([body.readUInt32BE(16), body.readUInt32BE(20)]).toEqual([1200, 630]);
});

test('every address of the sitemap is a public page in its language', async ({
  request,
  baseURL,
}) => {
  const answer = await request.get('/sitemap.xml');
  expect(answer.headers()['content-type']).toBe('application/xml');
  const xml = await answer.text();
  const pages = [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url]) => String(url));
  for (const path of ['/plans', '/help/errors', '/help/api-keys', '/legal/privacy']) {
    expect(pages).toContain(`${baseURL}${path}`);
  }
  const robots = await (await request.get('/robots.txt')).text();
  const disallowed = [...robots.matchAll(/^Disallow: (.+)$/gm)].map(([, path]) => String(path));
  for (const url of pages) {
    expect(disallowed.some((path) => new URL(url).pathname.startsWith(path))).toBe(false);
    const html = await (await request.get(url)).text();
    expect(html, url).not.toContain('noindex');
  }
  const byLanguage = [...xml.matchAll(/hreflang="(..)" href="(.*?)"/g)];
  expect(byLanguage).toHaveLength(pages.length * 2);
  for (const [, locale, url] of byLanguage) {
    const answered = await request.get(String(url));
    expect(answered.status(), url).toBe(200);
    expect(await answered.text(), url).toMatch(new RegExp(`<html[^>]* lang="${locale}"`));
  }
});

test('robots are kept out of the API and of what needs a sign-in, and told of the sitemap', async ({
  request,
  baseURL,
}) => {
  const robots = await (await request.get('/robots.txt')).text();
  for (const path of ['/api/', '/api-keys', '/invoices']) {
    expect(robots).toContain(`Disallow: ${path}\n`);
  }
  expect(robots).not.toMatch(/^Disallow: \/(api)?$/m);
  expect(robots).toContain('Allow: /api/openapi.json\n');
  expect(robots).toContain(`Sitemap: ${baseURL}/sitemap.xml`);
});

test('an address in a language is in it, whatever the browser and the cookie say', async ({
  as,
}) => {
  const page = await as(null, { locale: 'en-US' });
  await prefer(page, 'en');
  await page.goto('/plans?lang=es');
  expect(await language(page)).toBe('es');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Planes');
  // Who came in by it goes on in it, by links and by addresses.
  await page.getByRole('contentinfo').getByRole('link', { name: 'Contacto' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Contacto');
  await page.goto('/help/errors');
  expect(await language(page)).toBe('es');
  await page.goto('/plans?lang=fr');
  expect(await language(page)).toBe('es');
});

for (const javaScriptEnabled of [true, false]) {
  test(`the language switch wins over the address, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    as,
  }) => {
    const page = await as(null, { javaScriptEnabled });
    await page.goto('/contact?topic=security&lang=es');
    await page.getByRole('button', { name: 'en', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Contact');
    await expect(page).toHaveURL(/\/contact\?topic=security$/);
    expect(await language(page)).toBe('en');
    const back = page.getByRole('button', { name: 'es', exact: true });
    if (javaScriptEnabled) await expect(back).toBeFocused();
    await page.reload();
    expect(await language(page)).toBe('en');
  });
}

test('a language in an address of two slashes leads to no other site', async ({
  page,
  guard,
  baseURL,
}) => {
  guard.allowStatus(404);
  await page.goto(`${baseURL}//evil.example/x?lang=es`);
  await page.getByRole('button', { name: 'en', exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  expect(new URL(page.url()).origin).toBe(baseURL);
});
