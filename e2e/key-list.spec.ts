import type { Page, Request } from '@playwright/test';
import { expect, prefer, t, test, words } from './fixtures';
import {
  activeKeys,
  keyRows,
  makeKey,
  makeKeys,
  openKeys,
  revoke,
  revokeButton,
  rowOf,
} from './keys';
import { own } from './people';

test.use({ locale: 'es-ES' });

const LANGUAGES = ['en', 'es'] as const;

const names = (page: Page) => keyRows(page).locator('th a').allTextContents();
const searchField = (page: Page) =>
  page.getByRole('searchbox', { name: /^(Search keys|Buscar claves)$/ });

async function search(page: Page, text: string): Promise<void> {
  await searchField(page).fill(text);
  await searchField(page).press('Enter');
}

for (const language of LANGUAGES) {
  test(`keys are searched, filtered and ordered, and the address keeps it (${language})`, async ({
    page,
  }) => {
    const t = words[language];
    await own(page, { plan: 'pro' });
    await makeKeys(page, ['Nightly export', '100% off', '100 more']);
    await prefer(page, language);
    await openKeys(page);

    await search(page, 'NIGHTLY');
    await expect(page).toHaveURL(/\/api-keys\?q=NIGHTLY#keys$/);
    await expect(keyRows(page)).toHaveCount(1);
    await search(page, '0%');
    await expect(page).toHaveURL(/q=0%25#keys$/);
    expect(await names(page)).toEqual(['100% off']);
    await page.goBack();
    await expect(keyRows(page)).toContainText(['Nightly export']);
    await expect(searchField(page)).toHaveValue('NIGHTLY');
    await search(page, 'nowhere');
    await expect(
      page.getByText(t('apiKeys.list.noMatch.title'), { exact: true }).first(),
    ).toBeVisible();
    await page.getByRole('link', { name: t('apiKeys.list.noMatch.clear') }).click();
    await expect(keyRows(page)).toHaveCount(3);
    await expect(searchField(page)).toHaveValue('');

    const submit = page.getByRole('button', { name: t('apiKeys.list.submit'), exact: true });
    await page.getByLabel(t('apiKeys.list.sort')).selectOption('name');
    await page.getByLabel(t('apiKeys.list.state')).selectOption('never_used');
    await submit.click();
    await expect(page).toHaveURL(/\/api-keys\?state=never_used&sort=name#keys$/);
    expect(await names(page)).toEqual(['100 more', '100% off', 'Nightly export']);

    // The same list elsewhere, and from a key back to it.
    const other = await page.context().newPage();
    await other.goto(page.url());
    expect(await names(other)).toEqual(await names(page));
    await page.getByRole('link', { name: 'Nightly export' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nightly export');
    await page
      .getByRole('main')
      .getByRole('link', { name: t('apiKeys.title') })
      .click();
    await expect(page).toHaveURL(/\/api-keys\?state=never_used&sort=name#keys$/);
  });

  test(`every key of many is found, page by page or by its name, and revoked (${language})`, async ({
    page,
  }) => {
    const t = words[language];
    await own(page, { plan: 'enterprise' });
    await makeKeys(
      page,
      Array.from({ length: 25 }, (_, index) => `Key ${index}.`),
    );
    await prefer(page, language);
    await openKeys(page);
    await expect(activeKeys(page)).toHaveCount(20);
    await page.getByRole('link', { name: t('apiKeys.list.next') }).click();
    await expect(activeKeys(page)).toHaveCount(5);
    expect(await names(page)).toEqual(['Key 4.', 'Key 3.', 'Key 2.', 'Key 1.', 'Key 0.']);
    await page.getByRole('link', { name: t('apiKeys.list.first') }).click();
    await expect(activeKeys(page)).toHaveCount(20);

    await search(page, 'key 3.');
    await expect(activeKeys(page)).toHaveCount(1);
    const answer = page.waitForResponse((response) => response.request().method() === 'POST');
    await revoke(page, rowOf(page, 'Key 3.'));
    const { responseBodySize } = await (await answer).request().sizes();
    expect(responseBodySize).toBeLessThan(4_000);
    await expect(keyRows(page)).toHaveCount(0);
    await page.getByRole('link', { name: t('apiKeys.list.endedMatch', { count: 1 }) }).click();
    await expect(page).toHaveURL(/q=key\+3\.&state=ended#keys$/);
    await expect(keyRows(page)).toHaveCount(1);
    await expect(revokeButton(keyRows(page))).toHaveCount(0);
  });

  test(`a pasted key leads to its page, and is in no address (${language})`, async ({ as }) => {
    const t = words[language];
    const page = await as(null);
    const asked: Request[] = [];
    await own(page);
    const key = await makeKey(page, 'The one');
    await prefer(page, language);
    await openKeys(page);
    page.on('request', (request) => asked.push(request));
    await search(page, `  Bearer ${key}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The one');
    await expect(page).toHaveURL(/\/api-keys\/[0-9a-f-]{36}$/);

    const stranger = await as(null);
    stranger.on('request', (request) => asked.push(request));
    await own(stranger, { language });
    await makeKey(stranger, 'Another');
    for (const text of [key, key.slice(0, 40), key.slice(3)]) {
      await search(stranger, text);
      await expect(stranger.getByText(t('apiKeys.list.notices.unknown_key.title'))).toBeVisible();
      await expect(searchField(stranger)).toHaveValue('');
      await expect(stranger).toHaveURL(/\/api-keys\?notice=unknown_key#keys$/);
      expect(await stranger.content()).not.toContain(key.slice(3, 20));
      await stranger.goto('/api-keys');
    }
    expect(asked.length).toBeGreaterThan(5);
    for (const request of asked) {
      const { referer = '', 'next-router-state-tree': tree = '' } = await request.allHeaders();
      expect(request.url() + referer + tree).not.toContain(key.slice(3, 20));
    }
  });

  test(`a key in an address is taken out of it, and not repeated (${language})`, async ({
    as,
    page,
  }) => {
    await own(page, { language });
    const key = await makeKey(page, 'The one');
    const answer = await page.goto(`/api-keys?sort=name&q=my+${key}`);
    await expect(page).toHaveURL(/\/api-keys\?sort=name&notice=key_in_address$/);
    const t = words[language];
    await expect(page.getByText(t('apiKeys.list.notices.key_in_address.title'))).toBeVisible();
    expect(await page.content()).not.toContain(key.slice(3, 20));
    const redirected = await answer?.request().redirectedFrom()?.response();
    expect(JSON.stringify(await redirected?.allHeaders())).not.toContain(key.slice(3, 20));
    const { request } = await as(null);
    const asked = await request.get(`/api-keys?q=${key}`, { maxRedirects: 0 });
    expect(asked.headers().location).toMatch(/^\/sign-in\?callbackUrl=/);
    expect(asked.headers().location).not.toContain(key.slice(3, 20));
  });

  test(`cards count what to look at, and lead to it (${language})`, async ({ page }) => {
    const t = words[language];
    await own(page, { language });
    await openKeys(page);
    await expect(page.getByText(t('apiKeys.table.empty.title'))).toBeVisible();
    await expect(page.getByRole('list', { name: t('apiKeys.list.safety') })).toHaveCount(0);
    await expect(searchField(page)).toHaveCount(0);
    await makeKey(page, 'The one');
    const cards = page.getByRole('list', { name: t('apiKeys.list.safety') }).getByRole('link');
    await expect(cards).toHaveText([
      /^1.+(never expires|no caduca)$/,
      /^1.+(never used|nunca usada)$/,
    ]);
    await cards.last().click();
    await expect(page).toHaveURL(/\/api-keys\?state=never_used#keys$/);
    await expect(
      page.getByRole('table', { name: t('apiKeys.list.states.never_used') }),
    ).toBeVisible();
    await expect(cards.last()).toHaveAttribute('aria-current', 'true');
    await revoke(page, keyRows(page).first());
    await expect(cards).toHaveCount(0);
  });

  test(`a row’s menu leads to what else can be done with its key (${language})`, async ({
    page,
  }) => {
    const t = words[language];
    await own(page, { language });
    await makeKey(page, 'The one');
    await page.setViewportSize({ width: 320, height: 640 });
    await openKeys(page);
    const more = page.getByRole('button', { name: t('apiKeys.list.more', { name: 'The one' }) });
    const rotate = page.getByRole('link', { name: t('apiKeys.rotate.link'), exact: true });
    const pause = page.getByRole('link', { name: t('apiKeys.pause.link'), exact: true });
    await expect(rotate).toBeHidden();
    await more.click();
    for (const entry of [rotate, pause]) {
      await expect(entry).toBeInViewport({ ratio: 1 });
      expect((await entry.boundingBox())?.height).toBeGreaterThanOrEqual(32);
    }
    await page.keyboard.press('Escape');
    await expect(rotate).toBeHidden();
    await expect(more).toBeFocused();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(rotate).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/rotate$/);
    await page.goBack();
    await more.click();
    await pause.click();
    await expect(page).toHaveURL(/\/pause$/);
  });
}

test('what an address asks for and is not there is ignored, and said', async ({ page }) => {
  await own(page);
  await makeKey(page, 'The one');
  await page.goto('/api-keys?state=gone&sort=hash&cursor=x&q=');
  await expect(page).toHaveURL(/\/api-keys\?state=gone&sort=hash$/);
  await expect(page.getByText(t('apiKeys.list.errors.state'))).toBeVisible();
  await expect(page.getByText(t('apiKeys.list.errors.sort'))).toBeVisible();
  await expect(activeKeys(page)).toHaveCount(1);
  await page.goto(`/api-keys?q=${'x'.repeat(5_000)}`);
  await expect(page.getByText(t('apiKeys.list.errors.q'))).toBeVisible();
  await expect(activeKeys(page)).toHaveCount(1);
  await page.goto('/api-keys');
  await searchField(page).evaluate((field) => field.removeAttribute('maxlength'));
  await search(page, '🔑'.repeat(5_000));
  await expect(
    page.getByText(t('apiKeys.list.noMatch.title'), { exact: true }).first(),
  ).toBeVisible();
  expect([...(await searchField(page).inputValue())]).toHaveLength(200);
});

test('without JavaScript a search and a pasted key work', async ({ as }) => {
  const plain = await as(null, { javaScriptEnabled: false });
  await own(plain);
  const key = await makeKey(plain, 'The one');
  await search(plain, 'one');
  await expect(plain).toHaveURL(/\/api-keys\?q=one#keys$/);
  await expect(keyRows(plain)).toHaveCount(1);
  await search(plain, key);
  await expect(plain.getByRole('heading', { level: 1 })).toHaveText('The one');
  await expect(plain).toHaveURL(/\/api-keys\/[0-9a-f-]{36}(#keys)?$/);
});
