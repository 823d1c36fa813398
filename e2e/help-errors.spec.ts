import type { Locator } from '@playwright/test';
import { expect, t, test } from './fixtures';
import { operation } from './reference';

test.use({ locale: 'es-ES' });

test('every code leads on, a wrong key to the keys and to how one is used', async ({ page }) => {
  await page.goto('/help/errors');
  const entries = page.getByRole('main').locator('section[id]');
  expect(await entries.count()).toBeGreaterThan(20);
  await expect(entries.filter({ hasNot: page.locator('li a[href^="/"]') })).toHaveCount(0);
  const entry = (code: string) => page.locator(`section#${code}`);
  await expect(entry('insufficient_scope')).toContainText(t('apiKeys.table.readWrite'));
  await expect(
    entry('rate_limited').getByRole('link', { name: t('errorReference.further.rateLimits') }),
  ).toHaveAttribute('href', '/help/rate-limits');
  await entry('invalid_api_key')
    .getByRole('link', { name: t('errorReference.further.useKey') })
    .click();
  await expect(
    page.getByRole('heading', { name: t('errorReference.further.useKey'), exact: true }),
  ).toBeInViewport();
  await page.goBack();
  await entry('insufficient_scope')
    .getByRole('link', { name: t('shell.apiKeys') })
    .click();
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
