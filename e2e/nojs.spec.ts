import { PROBLEM_TYPES } from '@/lib/api/problems/problems';
import { expect, test } from './fixtures';
import { makeKey, rowOf } from './keys';
import { own } from './people';
import { DEMO_PASSWORD } from './sign-in';

test.use({ javaScriptEnabled: false });

test('public pages read fully', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(5);
  await expect(page.getByText('401 Unauthorized')).toBeVisible();
  await page.getByRole('contentinfo').getByRole('link', { name: 'Error reference' }).click();
  await expect(page.getByRole('heading', { name: 'API errors' })).toBeVisible();
  await expect(page.locator('section h3')).toHaveCount(Object.keys(PROBLEM_TYPES).length);
  await page.getByRole('navigation').getByRole('link', { name: 'rate_limited' }).click();
  await expect(page.getByRole('heading', { name: 'rate_limited 429' })).toBeInViewport();
  await expect(page.getByText('Wait for the seconds in Retry-After.')).toBeVisible();
});

test('signing in works, and a wrong password is told', async ({ page }) => {
  await page.goto('/api-keys');
  await page.getByLabel('Email').fill('owner@umbrella.test');
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toHaveText('Wrong email or password.');

  await page.getByLabel('Email').fill('owner@umbrella.test');
  await page.getByLabel('Password').fill(DEMO_PASSWORD);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/api-keys$/);
  await expect(page.getByRole('heading', { name: 'API keys' })).toBeVisible();
  // Playwright's search by text leaves out what stands in <noscript>.
  const note = page.locator('noscript p');
  await expect(note).toBeVisible();
  await expect(note).toHaveText(/^Generating and revoking keys needs JavaScript/);
});

test('the list of keys can be read', async ({ page }) => {
  await own(page);
  await makeKey(page, 'Read without script');
  await expect(rowOf(page, 'Read without script')).toBeVisible();
});

test('on a phone the menu opens', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/');
  const entry = page.getByRole('banner').getByRole('link', { name: 'Plans' });
  await expect(entry).toBeHidden();
  await page.getByRole('button', { name: 'Menu' }).click();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible();
  await entry.click();
  await expect(page.getByRole('heading', { name: 'Plans', level: 1 })).toBeVisible();
});

test('language and theme can be chosen', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'es', exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Claves de API');
  await page.getByRole('button', { name: 'Oscuro' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
});
