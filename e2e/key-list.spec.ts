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
import { addKey, own } from './people';

test.use({ locale: 'es-ES' });

const LANGUAGES = ['en', 'es'] as const;

const OTHERS = ['Zeta 1', 'Zeta 2', 'Zeta 3', 'Zeta 4', 'Zeta 5', 'Zeta 6', 'Zeta 7'];

const names = (page: Page) => keyRows(page).locator('th a').allTextContents();
const searchField = (page: Page) =>
  page.getByRole('searchbox', { name: /^(Search keys|Buscar claves)$/ });

/** Owns a workspace with so many keys that the list has a search. */
async function ownMany(page: Page, plan = 'pro'): Promise<void> {
  await own(page, { plan });
  for (const name of OTHERS) await addKey(page, name);
}

async function search(page: Page, text: string): Promise<void> {
  await searchField(page).fill(text);
  await searchField(page).press('Enter');
}

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
    const range = (from: number, to: number) =>
      page.getByText(t('apiKeys.list.range', { from: `${from}`, to: `${to}`, of: '25' }));
    await expect(range(1, 20)).toBeVisible();
    await page.getByRole('link', { name: t('apiKeys.list.last') }).click();
    await expect(range(6, 25)).toBeVisible();
    await page.getByRole('link', { name: t('apiKeys.list.previous') }).click();
    await expect(range(1, 5)).toBeVisible();
    await page.getByRole('link', { name: t('apiKeys.list.size', { size: 50 }) }).click();
    await expect(page).toHaveURL(/size=50#keys$/);
    await expect(activeKeys(page)).toHaveCount(25);
    await page.getByRole('link', { name: t('apiKeys.list.size', { size: 20 }) }).click();
    await expect(activeKeys(page)).toHaveCount(20);
    await page.getByRole('link', { name: t('apiKeys.list.next') }).click();
    await expect(range(21, 25)).toBeVisible();
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

  test(`chips count what to look at, and lead to it, once there are many keys (${language})`, async ({
    page,
  }) => {
    const t = words[language];
    await own(page, { language, plan: 'pro' });
    await openKeys(page);
    await expect(page.getByText(t('apiKeys.table.empty.title'))).toBeVisible();
    await expect(page.getByText(t('apiKeys.lead'))).toBeVisible();
    const chips = page.getByRole('list', { name: t('apiKeys.list.safety') }).getByRole('link');
    for (const name of OTHERS) await addKey(page, name);
    await openKeys(page);
    await expect(page.getByText(t('apiKeys.lead'))).toHaveCount(0);
    await expect(chips).toHaveCount(0);
    await expect(searchField(page)).toHaveCount(0);
    await makeKey(page, 'The one');
    await expect(searchField(page)).toBeVisible();
    await expect(chips).toHaveText([
      /^8.+(never expire|no caducan)$/,
      /^8.+(never used|nunca usadas)$/,
    ]);
    await chips.last().click();
    await expect(page).toHaveURL(/\/api-keys\?state=never_used$/);
    await expect(
      page.getByRole('table', { name: t('apiKeys.list.states.never_used') }),
    ).toBeVisible();
    await expect(chips.last()).toHaveAttribute('aria-current', 'true');
    await revoke(page, keyRows(page).first());
    await expect(chips.last()).toHaveText(/^7/);
    await chips.last().click();
    await expect(page).toHaveURL(/\/api-keys$/);
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

  test(`heads of columns order the list, one way and the other (${language})`, async ({ page }) => {
    const t = words[language];
    await ownMany(page);
    await makeKey(page, 'Alpha');
    await prefer(page, language);
    await openKeys(page);
    const head = page.getByRole('columnheader', { name: t('apiKeys.table.key'), exact: true });
    await expect(head).not.toHaveAttribute('aria-sort');
    await head.getByRole('link').click();
    await expect(head).toHaveAttribute('aria-sort', 'ascending');
    expect(await names(page)).toEqual(['Alpha', ...OTHERS]);
    await head.getByRole('link').click();
    await expect(head).toHaveAttribute('aria-sort', 'descending');
    expect(await names(page)).toEqual(['Alpha', ...OTHERS].reverse());
    const use = page.getByRole('columnheader', { name: t('apiKeys.table.use'), exact: true });
    await use.getByRole('link').click();
    await expect(use).toHaveAttribute('aria-sort', 'descending');
    await expect(head).not.toHaveAttribute('aria-sort');
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
  await page.goto('/api-keys?state=all');
  await searchField(page).evaluate((field) => field.removeAttribute('maxlength'));
  await search(page, '🔑'.repeat(5_000));
  await expect(
    page.getByText(t('apiKeys.list.noMatch.title'), { exact: true }).first(),
  ).toBeVisible();
  expect([...(await searchField(page).inputValue())]).toHaveLength(200);
});

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
