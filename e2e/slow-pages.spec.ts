import { expect, t, test } from './fixtures';
import { own } from './people';

test.use({ locale: 'es-ES' });

test('a link answers its click before the network does, until its page is there', async ({
  page,
}) => {
  await own(page);
  await page.goto('/plans');
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/invoices?*', async (route) => {
    await answered;
    await route.continue();
  });
  const tab = page.getByRole('link', { name: t('shell.invoices'), exact: true });
  const bar = () => page.evaluate(() => getComputedStyle(document.body, '::before').position);
  expect(await bar()).toBe('static');
  await tab.click();
  await expect(tab.locator('[data-link-pending]')).toHaveCount(1);
  expect(await bar()).toBe('fixed');
  answer();
  await expect(page).toHaveURL(/\/invoices$/);
  await expect(page.locator('[data-link-pending]')).toHaveCount(0);
});
