import type { Request } from '@playwright/test';
import { expect, prefer, test, words } from './fixtures';
import { names, OTHERS, ownMany, search, searchField } from './key-screens';
import { keyRows, makeKey, makeKeys, openKeys, revoke, rowOf } from './keys';
import { own } from './people';

test.use({ locale: 'es-ES' });

const LANGUAGES = ['en', 'es'] as const;

for (const language of LANGUAGES) {
  test(`keys are searched, filtered and ordered, and the address keeps it (${language})`, async ({
    page,
  }) => {
    const t = words[language];
    await ownMany(page);
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
    await expect(keyRows(page)).toHaveCount(10);
    await expect(searchField(page)).toHaveValue('');

    await expect(
      page.getByRole('button', { name: t('apiKeys.list.submit'), exact: true }),
    ).toBeHidden();
    await page.getByLabel(t('apiKeys.list.sort')).selectOption('name');
    await expect(page).toHaveURL(/\/api-keys\?sort=name$/);
    await page.getByLabel(t('apiKeys.list.state')).selectOption('never_used');
    await expect(page).toHaveURL(/\/api-keys\?state=never_used&sort=name$/);
    expect(await names(page)).toEqual(['100 more', '100% off', 'Nightly export', ...OTHERS]);

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
    await expect(page).toHaveURL(/\/api-keys\?state=never_used&sort=name(#keys)?$/);
  });

  test(`a pasted key leads to its page, and is in no address (${language})`, async ({ as }) => {
    const t = words[language];
    const page = await as(null);
    const asked: Request[] = [];
    await ownMany(page);
    const key = await makeKey(page, 'The one');
    await prefer(page, language);
    await openKeys(page);
    page.on('request', (request) => asked.push(request));
    await search(page, `  Bearer ${key}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The one');
    await expect(page).toHaveURL(/\/api-keys\/[0-9a-f-]{36}$/);

    const stranger = await as(null);
    stranger.on('request', (request) => asked.push(request));
    await ownMany(stranger);
    await prefer(stranger, language);
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

  test(`the search acts while its text is typed, and keeps the focus and the history (${language})`, async ({
    page,
  }) => {
    await ownMany(page);
    await makeKey(page, 'Alpha');
    await prefer(page, language);
    await openKeys(page);
    const entries = await page.evaluate(() => history.length);
    await searchField(page).pressSequentially('zeta 3', { delay: 40 });
    await expect(keyRows(page)).toHaveCount(1);
    await expect(page).toHaveURL(/\/api-keys\?q=zeta\+3$/);
    await expect(searchField(page)).toBeFocused();
    await expect(searchField(page)).toHaveValue('zeta 3');
    expect(await page.evaluate(() => history.length)).toBe(entries);
    await searchField(page).fill('');
    await expect(keyRows(page)).toHaveCount(8);
    await expect(page).toHaveURL(/\/api-keys$/);
  });

  test(`an empty result says what would be found (${language})`, async ({ page }) => {
    const t = words[language];
    await ownMany(page);
    await makeKey(page, 'Gone soon');
    await prefer(page, language);
    await openKeys(page);
    await revoke(page, rowOf(page, 'Gone soon'));
    await search(page, 'gone');
    await page.getByRole('link', { name: t('apiKeys.list.endedMatch', { count: 1 }) }).click();
    await expect(keyRows(page)).toContainText(['Gone soon']);
    await page.goto('/api-keys?state=paused&q=zeta');
    await page.getByRole('link', { name: t('apiKeys.list.liveMatch', { count: 7 }) }).click();
    await expect(page).toHaveURL(/\/api-keys\?q=zeta#keys$/);
    await expect(keyRows(page)).toHaveCount(7);
  });
}

test('without JavaScript a search and a pasted key work', async ({ as }) => {
  const plain = await as(null, { javaScriptEnabled: false });
  await ownMany(plain);
  const key = await makeKey(plain, 'The one');
  await search(plain, 'one');
  await expect(plain).toHaveURL(/\/api-keys\?q=one#keys$/);
  await expect(keyRows(plain)).toHaveCount(1);
  await search(plain, key);
  await expect(plain.getByRole('heading', { level: 1 })).toHaveText('The one');
  await expect(plain).toHaveURL(/\/api-keys\/[0-9a-f-]{36}(#keys)?$/);
});
