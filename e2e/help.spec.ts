import { expect, prefer, test, words } from './fixtures';
import { ARTICLES, breadcrumbs, contents, neighbours, results, search } from './help';

for (const locale of ['en', 'es'] as const) {
  const t = words[locale];

  test(`the index, and previous and next, lead to every article, which fits a phone, in ${locale}`, async ({
    page,
  }) => {
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
    const [first, last] = [0, ARTICLES.length - 1];
    const turn = (direction: 'previous' | 'next') =>
      neighbours(page)
        .getByRole('link', { name: t(`help.${direction}`) })
        .click();

    await links.first().click();
    for (const [index, slug] of ARTICLES.entries()) {
      const title = String(titles[index]);
      await expect(page).toHaveURL(`/help/${slug}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
      await expect(page).toHaveTitle(`${title} · Zendrhax`);
      await expect(breadcrumbs(page).locator('[aria-current=page]')).toHaveText(title);
      const isAtAnEnd = index === first || index === last;
      await expect(neighbours(page).getByRole('link')).toHaveCount(isAtAnEnd ? 1 : 2);
      await page.setViewportSize({ width: 360, height: 740 });
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, slug).toBeLessThanOrEqual(360);
      await page.setViewportSize({ width: 1280, height: 720 });
      if (index < last) await turn('next');
    }
    for (const slug of ARTICLES.slice(0, -1).reverse()) {
      await turn('previous');
      await expect(page).toHaveURL(`/help/${slug}`);
    }
  });

  test(`every anchor that the texts link to is on its page, in ${locale}`, async ({ page }) => {
    await prefer(page, locale);
    await page.goto('/help');
    const texts = [...ARTICLES.map((slug) => `/help/${slug}`), '/legal/privacy', '/legal/terms'];
    const pages = await page.evaluate(readPages, ['/help', '/legal', '/docs', ...texts]);
    const ids = new Map(pages.map((one) => [one.path, one.ids]));
    const links = pages.flatMap((one) => one.links);
    const anchors = links.map((href) => new URL(href)).filter(({ hash }) => hash !== '');
    expect(anchors.length).toBeGreaterThan(80);
    for (const { pathname, hash } of anchors) {
      expect(ids.get(pathname), `${pathname}${hash}`).toContain(decodeURIComponent(hash.slice(1)));
    }
  });
}

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

test('tables and samples that are too wide for a phone scroll inside themselves, by keyboard too', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
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

/** Reads pages without drawing them: the ids in their texts, and where these lead to. */
async function readPages(paths: string[]) {
  const read = async (path: string) => {
    const html = await (await fetch(path)).text();
    const main = new DOMParser().parseFromString(html, 'text/html').querySelector('main');
    const ids = [...(main?.querySelectorAll('[id]') ?? [])].map(({ id }) => id);
    const found = [...(main?.querySelectorAll('a[href]') ?? [])];
    const links = found.map(
      (link) => new URL(`${link.getAttribute('href')}`, new URL(path, location.href)).href,
    );
    return { path, ids, links };
  };
  return Promise.all(paths.map(read));
}
