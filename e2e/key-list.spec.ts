import { expect, prefer, t, test, words } from './fixtures';
import { names, OTHERS, ownMany, search, searchField } from './key-screens';
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

for (const language of LANGUAGES) {
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
