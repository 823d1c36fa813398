import type { Page } from '@playwright/test';
import { expect, t, test, words } from './fixtures';
import { hold } from './hold';
import { own } from './people';
import { addRows } from './rows';

test.use({ locale: 'es-ES' });

/** Whether the bar runs at the top of the window. */
const bar = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.body, '::before').position === 'fixed');

test('a link answers its click before the network does, until its page is there', async ({
  page,
}) => {
  await own(page, { plan: 'pro' });
  await addRows(page, 9);
  await page.goto('/plans');
  const tab = page.getByRole('link', { name: t('shell.invoices'), exact: true });
  const answer = await hold(page, '**/invoices?*');
  expect(await bar(page)).toBe(false);
  await tab.click();
  await expect(tab.locator('[data-link-pending]')).toHaveCount(1);
  expect(await bar(page)).toBe(true);
  answer();
  await expect(page).toHaveURL(/\/invoices$/);
  await expect(page.locator('[data-link-pending]')).toHaveCount(0);

  // The head of a column, the name in a row and the menu behind it.
  await page.goto('/api-keys');
  const row = page.getByRole('row').nth(1);
  for (const link of [
    page.getByRole('columnheader').getByRole('link').first(),
    row.getByRole('rowheader').getByRole('link'),
  ]) {
    const go = await hold(page, '**/api-keys*?*');
    await link.click();
    await expect(link.locator('[data-link-pending]')).toHaveCount(1);
    expect(await bar(page)).toBe(true);
    go();
    await expect(page.locator('[data-link-pending]')).toHaveCount(0);
    await page.unrouteAll({ behavior: 'wait' });
  }
});

test('a form answers its click before the network does, whoever sends it', async ({ page }) => {
  await own(page, { plan: 'starter' });
  await addRows(page, 2);
  await page.goto('/api-keys');
  const marked = page.locator('form[data-pending]');
  const go = await hold(page, '**/api-keys');
  await page.getByRole('button', { name: 'en', exact: true }).click();
  await expect(marked).toHaveCount(1);
  expect(await bar(page)).toBe(true);
  go();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.en('apiKeys.title'));
  await expect(marked).toHaveCount(0);
  expect(await bar(page)).toBe(false);

  // A form that the browser sends: while there is no answer the page stays.
  await page.route('**/api-keys/pause?*', (route) => route.fulfill({ status: 204 }));
  await page.getByRole('checkbox').nth(1).check();
  const pause = page.getByRole('button', {
    name: words.en('client.chosen.pause', { count: 1 }),
  });
  await pause.click();
  await expect(marked).toHaveCount(1);
  expect(await bar(page)).toBe(true);
  await page.unrouteAll({ behavior: 'wait' });
  await pause.click();
  await expect(page).toHaveURL(/\/pause\?/);
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.en('apiKeys.title'));
  await expect(marked).toHaveCount(0);
});
