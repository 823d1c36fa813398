import type { Page } from '@playwright/test';
import { domain } from './database';
import { expect, test } from './fixtures';
import { addKey, newEmail, own, personOn, signInByRow } from './people';

const KEY = 'Nightly export to the bank';

async function signOut(page: Page, email: string): Promise<void> {
  await page.getByRole('button', { name: `Account of ${email}` }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/$/);
}

/** As on another device, or by time: nothing of it comes to the page. */
async function endSessionOf(page: Page): Promise<void> {
  const { db } = await domain();
  await db.session.deleteMany({ where: { userId: personOn(page).userId } });
}

const shown = (page: Page) => page.content();

test('signing out takes what another tab shows of the workspace', async ({ as }) => {
  const page = await as(null);
  const { email } = await own(page);
  await addKey(page, KEY);
  await page.goto('/api-keys');
  await expect(page.getByText(KEY).first()).toBeVisible();
  const beside = await page.context().newPage();
  await beside.goto('/invoices');
  await signOut(beside, email);
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=.*%2Fapi-keys$/);
  expect(await shown(page)).not.toContain(KEY);
  await beside.close();
});

test('Back shows nothing of the workspace once its session has ended', async ({ as }) => {
  const page = await as(null);
  const { email } = await own(page);
  await addKey(page, KEY);
  await page.goto('/invoices');
  await page.getByRole('link', { name: 'API keys', exact: true }).first().click();
  await expect(page.getByText(KEY).first()).toBeVisible();
  await signOut(page, email);
  await page.goBack();
  await expect(page).toHaveURL(/\/sign-in/);
  expect(await shown(page)).not.toContain(KEY);
  await page.goBack();
  await expect(page).toHaveURL(/\/sign-in/);
});

test('Back shows nothing of the workspace once its session has ended on another device', async ({
  as,
}) => {
  const page = await as(null);
  await own(page);
  await addKey(page, KEY);
  await page.goto('/api-keys');
  await expect(page.getByText(KEY).first()).toBeVisible();
  await page.getByRole('link', { name: 'Invoices', exact: true }).first().click();
  await expect(page).toHaveURL(/\/invoices$/);
  await endSessionOf(page);
  // The router remembers the page, and asks the server nothing.
  await page.goBack();
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=.*%2Fapi-keys$/);
  expect(await shown(page)).not.toContain(KEY);
});

test('a page that the browser had kept as it was left shows nothing once its session has ended', async ({
  as,
}) => {
  const page = await as(null);
  await own(page);
  await addKey(page, KEY);
  await page.goto('/api-keys');
  await expect(page.getByText(KEY).first()).toBeVisible();
  await endSessionOf(page);
  // As Chromium does at Back, though it is told to store nothing, and Playwright's has no such cache.
  await page.evaluate(() =>
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
  );
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=.*%2Fapi-keys$/);
  expect(await shown(page)).not.toContain(KEY);
});

test('signing out has the browser forget all but its cookies, one of which makes it known', async ({
  as,
}) => {
  const page = await as(null);
  const { email } = await own(page);
  await page.goto('/invoices');
  const device = { name: 'zendrhax.device', value: 'd'.repeat(43), httpOnly: true };
  await page.context().addCookies([{ ...device, url: page.url() }]);
  await page.evaluate(() => localStorage.setItem('left', 'behind'));
  const answer = page.waitForResponse((response) => response.request().method() === 'POST');
  await signOut(page, email);
  const headers = await (await answer).allHeaders();
  await expect.poll(() => page.evaluate(() => localStorage.getItem('left'))).toBeNull();
  expect(await page.context().cookies()).toContainEqual(expect.objectContaining(device));
  expect(headers['clear-site-data']).toBe('"cache", "storage"');
  for (const path of ['/', '/invoices']) {
    expect((await page.request.get(path)).headers()).not.toHaveProperty('clear-site-data');
  }
});

test('a session that ended by itself takes the page, and not what was typed', async ({ as }) => {
  const page = await as(null);
  const { email } = await own(page);
  const typed = newEmail();
  await page.goto('/members');
  await page.getByLabel('Email').fill(typed);
  await endSessionOf(page);
  // As when somebody comes back to the tab.
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=.*%2Fmembers$/);
  await signInByRow(page, email);
  await page.goto('/members');
  await expect(page.getByLabel('Email')).toHaveValue(typed);
});
