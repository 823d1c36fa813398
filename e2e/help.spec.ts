import type { Locator, Page } from '@playwright/test';
import { expect, prefer, test, words } from './fixtures';
import { operation } from './reference';

const ARTICLES = [
  'api-keys',
  'keeping-keys-safe',
  'mails',
  'first-invoice',
  'using-the-api',
  'rate-limits',
  'errors',
  'compatibility',
  'changelog',
  'workspaces-and-roles',
  'invite-members',
  'plans',
];

const search = (page: Page) => page.getByRole('search').getByRole('searchbox');
const results = (page: Page) => page.getByRole('main').getByRole('listitem');
const contents = (page: Page) => page.getByRole('navigation', { name: /^(On this|En esta)/ });
const neighbours = (page: Page) => page.getByRole('navigation', { name: /^(Previous|Artículo)/ });
const breadcrumbs = (page: Page) => page.getByRole('navigation', { name: /^(Where|Dónde)/ });

for (const locale of ['en', 'es'] as const) {
  const t = words[locale];

  test(`the index leads to every article, by section, in ${locale}`, async ({ page }) => {
    await prefer(page, locale);
    await page.goto('/help');
    await expect(page).toHaveTitle(`${t('help.title')} · Zendrhax`);
    await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveText([
      t('help.sections.security'),
      t('help.sections.api'),
      t('help.sections.workspaces'),
    ]);
    const links = page.getByRole('main').getByRole('heading', { level: 3 }).getByRole('link');
    const addresses = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    expect(addresses).toEqual(ARTICLES.map((slug) => `/help/${slug}`));
    const titles = await links.allTextContents();
    for (const [index, slug] of ARTICLES.entries()) {
      await page.goto(`/help/${slug}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(String(titles[index]));
      await expect(page).toHaveTitle(`${titles[index]} · Zendrhax`);
      await expect(breadcrumbs(page).locator('[aria-current=page]')).toHaveText(
        String(titles[index]),
      );
    }
  });

  test(`previous and next lead through all articles and back, in ${locale}`, async ({ page }) => {
    await prefer(page, locale);
    await page.goto(`/help/${ARTICLES[0]}`);
    await expect(neighbours(page).getByRole('link')).toHaveCount(1);
    for (const slug of ARTICLES.slice(1)) {
      await neighbours(page)
        .getByRole('link', { name: t('help.next') })
        .click();
      await expect(page).toHaveURL(`/help/${slug}`);
    }
    await expect(neighbours(page).getByRole('link')).toHaveCount(1);
    for (const slug of ARTICLES.slice(0, -1).reverse()) {
      await neighbours(page)
        .getByRole('link', { name: t('help.previous') })
        .click();
      await expect(page).toHaveURL(`/help/${slug}`);
    }
  });

  test(`every anchor that the texts link to is on its page, in ${locale}`, async ({ page }) => {
    await prefer(page, locale);
    const texts = [...ARTICLES.map((slug) => `/help/${slug}`), '/legal/privacy', '/legal/terms'];
    const ids = new Map<string, string[]>();
    const links: string[] = [];
    for (const path of ['/help', '/legal', '/docs', ...texts]) {
      await page.goto(path);
      ids.set(path, await page.locator('main [id]').evaluateAll((all) => all.map((one) => one.id)));
      const found = await page
        .locator('main a[href]')
        .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
      links.push(...found);
    }
    const anchors = links.map((href) => new URL(href)).filter(({ hash }) => hash !== '');
    expect(anchors.length).toBeGreaterThan(80);
    for (const { pathname, hash } of anchors) {
      expect(ids.get(pathname), `${pathname}${hash}`).toContain(decodeURIComponent(hash.slice(1)));
    }
  });
}

test('a search finds words in any case, with or without accents, and shows the place', async ({
  page,
}) => {
  await prefer(page, 'es');
  await page.goto('/help');
  for (const query of ['contraseña', 'CONTRASENA']) {
    await search(page).fill(query);
    await search(page).press('Enter');
    await expect(page).toHaveURL(`/help?q=${encodeURIComponent(query)}`);
    await expect(results(page)).toHaveCount(4);
    await expect(results(page).first().getByRole('link')).toBeVisible();
    await expect(results(page).first().locator('mark').first()).toHaveText(/contraseña/i);
    await expect(search(page)).toHaveValue(query);
  }
  await search(page).fill('idempotency_key_reused');
  await page.getByRole('button', { name: 'Buscar' }).click();
  await expect(results(page).getByRole('link')).toHaveText(['Usar la API', 'Errores de la API']);
  await results(page).getByRole('link', { name: 'Errores de la API' }).click();
  await expect(page).toHaveURL('/help/errors');
});

test('a search that finds nothing says so, as text, and offers all articles', async ({ page }) => {
  await page.goto(`/help?q=${encodeURIComponent('<img src=x>zzzz')}`);
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(
    'Nothing found for “<img src=x>zzzz”',
  );
  await expect(page.getByRole('link', { name: 'ask us' })).toHaveAttribute('href', '/contact');
  await expect(page.getByRole('main').getByRole('heading', { level: 3 })).toHaveCount(
    ARTICLES.length,
  );
  for (const query of ['q=', 'q=%20', 'q=a&q=b', '']) {
    await page.goto(`/help?${query}`);
    await expect(page.getByRole('main').getByRole('heading', { level: 3 })).toHaveCount(
      ARTICLES.length,
    );
  }
});

const KEY = `sk_${'a1'.repeat(32)}`;

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript, too', () => {
    test.use({ javaScriptEnabled });

    test('a key in the search stays out of addresses', async ({ page }) => {
      const urls: string[] = [];
      page.on('request', (request) => urls.push(request.url()));
      await page.goto('/help');
      for (const text of [KEY, `  ${KEY} `, `Authorization: Bearer ${KEY}`, KEY.slice(0, 40)]) {
        await search(page).fill(text);
        await search(page).press('Enter');
        await page.getByRole('button', { name: 'Search', exact: true }).click();
        await expect(search(page)).toBeFocused();
        await expect(search(page)).toHaveAccessibleDescription(/without an API key/);
        await expect(search(page)).toHaveValue(text);
      }
      await search(page).fill('sk_');
      await search(page).press('Enter');
      await expect(page).toHaveURL('/help?q=sk_');
      expect(urls.filter((url) => url.includes('sk_a1'))).toEqual([]);
    });
  });
}

test('a key in the address of a search is taken out of it, and is not shown', async ({ page }) => {
  await page.goto(`/help?q=+${KEY}+`);
  await expect(page).toHaveURL(/\/help\?refused=?$/);
  await expect(page.getByText('so nothing was searched')).toBeVisible();
  expect(await page.content()).not.toContain('sk_a1');
  await page.getByRole('link', { name: 'rotate the key' }).click();
  await expect(page).toHaveURL('/help/api-keys#rotate-a-key');
});

test('an article leads back to where its reader came from, or to the help center', async ({
  page,
}) => {
  await page.goto('/help');
  await search(page).fill('lost key');
  await search(page).press('Enter');
  await results(page).getByRole('link', { name: 'API keys' }).click();
  await expect(breadcrumbs(page).getByRole('listitem')).toHaveText([
    /^Help Center/,
    /^Account & security/,
    'API keys',
  ]);
  // Places within the article are no pages to go back to.
  await contents(page).getByRole('link', { name: 'Per-plan quotas' }).click();
  await expect(page).toHaveURL('/help/api-keys#how-many-keys-you-can-have');
  await page.getByRole('link', { name: 'Back', exact: true }).click();
  await expect(page).toHaveURL('/help?q=lost+key');

  await page.goto('about:blank');
  await page.goto('/help/api-keys');
  await page.getByRole('link', { name: 'Back to the Help Center' }).click();
  await expect(page).toHaveURL('/help');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Help Center');
});

test('whoever opens an article in a new tab gets back to the help center', async ({ as }) => {
  const page = await as(null);
  await page.goto('/help/api-keys');
  await page.getByRole('link', { name: 'Back', exact: true }).click();
  await expect(page).toHaveURL('/help');
});

test('headings can be reached and linked to, by mouse and by keyboard', async ({ page }) => {
  await page.goto('/help/api-keys');
  await contents(page).getByRole('link', { name: 'Rotate a key without downtime' }).click();
  await expect(page).toHaveURL('/help/api-keys#rotate-a-key');
  const heading = page.getByRole('heading', { name: 'Rotate a key without downtime', exact: true });
  await expect(heading).toBeInViewport();

  const link = page.getByRole('heading', { name: 'Revoke a key', exact: true }).getByRole('link');
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/help/api-keys#revoke-a-key');

  await prefer(page, 'es');
  await page.reload();
  await expect(
    page.getByRole('heading', { name: 'Revocar una clave', exact: true }),
  ).toBeInViewport();
});

test('a sample is copied as it is shown, with the address of this installation', async ({
  as,
  baseURL,
}) => {
  const page = await as(null, { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.goto('/help/api-keys');
  await page.getByRole('button', { name: 'Copy In a terminal' }).nth(1).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(`curl ${baseURL}/api/me \\\n  -H "Authorization: Bearer $ZENDRHAX_API_KEY"`);
});

test('tables and samples that are too wide scroll inside themselves, by keyboard too', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const slug of ARTICLES) {
    await page.goto(`/help/${slug}`);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, slug).toBeLessThanOrEqual(360);
  }
  for (const [path, name] of [
    ['/help/using-the-api', 'Python'],
    ['/legal/privacy', 'Table'],
  ]) {
    await page.goto(String(path));
    const block = page.getByRole('group', { name }).first();
    await block.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => block.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
  }
});

test('an answer to "Was this helpful?" is thanked for', async ({ page }) => {
  for (const [slug, name] of [
    ['plans', 'Yes'],
    ['errors', 'Not really'],
  ]) {
    await page.goto(`/help/${slug}`);
    const question = page.getByRole('group', { name: 'Was this helpful?' });
    await question.getByRole('button', { name: String(name) }).click();
    await expect(page.getByRole('main').getByRole('status').last()).toHaveText(/^Thank you\./);
    await expect(question).toBeHidden();
    await expect(page.locator('#feedback')).toBeFocused();
  }
});

test('every code leads on, a wrong key to the keys and to how one is used', async ({ page }) => {
  await page.goto('/help/errors');
  const entries = page.getByRole('main').locator('section[id]');
  expect(await entries.count()).toBeGreaterThan(20);
  await expect(entries.filter({ hasNot: page.locator('li a[href^="/"]') })).toHaveCount(0);
  const entry = (code: string) => page.locator(`section#${code}`);
  await expect(entry('insufficient_scope')).toContainText('Read and write');
  await expect(entry('rate_limited').getByRole('link', { name: 'Rate limits' })).toHaveAttribute(
    'href',
    '/help/rate-limits',
  );
  await entry('invalid_api_key').getByRole('link', { name: 'Use a key' }).click();
  await expect(page.getByRole('heading', { name: 'Use a key', exact: true })).toBeInViewport();
  await page.goBack();
  await entry('insufficient_scope').getByRole('link', { name: 'API keys' }).click();
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=.*%2Fapi-keys$/);
});

test('the entry that an error links to stands out, also where colours are forced', async ({
  as,
}) => {
  const bar = (locator: Locator) =>
    locator.evaluate((it) => {
      const { borderLeftWidth, borderLeftColor } = getComputedStyle(it);
      const canvas = getComputedStyle(document.body).backgroundColor;
      return borderLeftWidth !== '0px' && borderLeftColor !== canvas;
    });
  for (const forcedColors of ['none', 'active'] as const) {
    const page = await as(null, { forcedColors });
    await page.goto('/help/errors#rate_limited');
    await expect(page.locator('#rate_limited')).toBeInViewport();
    expect(await bar(page.locator('#rate_limited'))).toBe(true);
    expect(await bar(page.locator('#validation_failed'))).toBe(false);

    await page.goto('/docs');
    const link = operation(page, 'createInvoice').getByRole('link', { name: 'validation_failed' });
    await link.click();
    await expect(page.locator('#validation_failed')).toBeInViewport();
    expect(await bar(page.locator('#validation_failed'))).toBe(true);
  }
});

test('what is no article is not found', async ({ page, guard }) => {
  guard.allowStatus(404);
  for (const path of [
    '/help/nothing',
    '/help/..%2Fen%2Fplans',
    '/legal/nothing',
    '/help/plans/x',
  ]) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing here');
  }
});

test('every article ends with a way to ask', async ({ page }) => {
  for (const path of ['/help', '/help/plans', '/help/errors', '/legal']) {
    await page.goto(path);
    const link = page
      .getByRole('main')
      .getByRole('link', { name: /^(Contact|Write to) us$/ })
      .last();
    await expect(link).toHaveAttribute('href', '/contact');
  }
});

test('the legal center has each text with its date, and how keys are kept', async ({ page }) => {
  await page.goto('/legal');
  await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveText([
    'Privacy Policy',
    'Terms of Service',
    'How we keep your keys safe',
  ]);
  await expect(page.getByText(/^Last changed on \w+ \d+, 20\d\d$/)).toHaveCount(2);
  await page.getByRole('main').getByRole('link', { name: 'Privacy Policy' }).click();
  await expect(page).toHaveURL('/legal/privacy');
  await expect(page.getByText(/operator|complete and review/)).toHaveCount(0);
  await expect(page.getByRole('main').getByRole('link', { name: 'Write to us' })).toBeVisible();
  await expect(page.locator('time')).toHaveAttribute('datetime', /^\d{4}-\d\d-\d\d$/);
  await breadcrumbs(page).getByRole('link', { name: 'Legal Center' }).click();
  await page.getByRole('main').getByRole('link', { name: 'How we keep your keys safe' }).click();
  await expect(
    page.getByRole('heading', { name: 'How Zendrhax keeps your keys', exact: true }),
  ).toBeInViewport();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('searching, reading and answering work', async ({ page }) => {
    await prefer(page, 'es');
    await page.goto('/help');
    await search(page).fill('gitleaks');
    await page.getByRole('button', { name: 'Buscar' }).click();
    await expect(page).toHaveURL('/help?q=gitleaks');
    await results(page).getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mantener a salvo las claves');
    await contents(page).getByRole('link', { name: 'Comprobar con gitleaks' }).click();
    await expect(page).toHaveURL(/#check-with-gitleaks$/);
    await expect(
      page.getByRole('heading', { name: 'Comprobar con gitleaks', exact: true }),
    ).toBeInViewport();

    await page.getByRole('button', { name: 'No del todo' }).click();
    await expect(page).toHaveURL(/\/help\/keeping-keys-safe#feedback$/);
    await expect(page.getByText(words.es('help.feedback.thanks'))).toBeInViewport();
    await expect(page.getByRole('button', { name: 'No del todo' })).toHaveCount(0);
  });
});
