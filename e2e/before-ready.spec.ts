import type { BrowserContextOptions, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import {
  activeKeys,
  closeReveal,
  confirmation,
  generateButton,
  KEY,
  nameField,
  openKeys,
  reveal,
  revokeButton,
  rowOf,
} from './keys';
import { addKey, own, PASSWORD } from './people';

type As = (email: null, options?: BrowserContextOptions & { waits?: boolean }) => Promise<Page>;

/** The page of someone whose line is slow: scripts come when the test says so. */
async function onSlowLine(as: As, owner: Page): Promise<{ page: Page; ready: () => void }> {
  const storageState = await owner.context().storageState();
  const page = await as(null, { waits: false, storageState });
  let ready = () => {};
  const scripts = new Promise<void>((come) => {
    ready = come;
  });
  await page.route('**/_next/static/**/*.js', async (route) => {
    await scripts;
    await route.continue();
  });
  return { page, ready };
}

const posts = (page: Page) => {
  const sent: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
  return sent;
};

test('Generate waits for the page, says so, and makes one key however often it is clicked', async ({
  as,
  page: owner,
}) => {
  await own(owner);
  const { page, ready } = await onSlowLine(as, owner);
  await page.goto('/api-keys', { waitUntil: 'domcontentloaded' });
  await nameField(page).fill('Early bird');
  const sent = posts(page);
  await generateButton(page).click();
  await generateButton(page).click();
  await nameField(page).press('Enter');
  await expect(generateButton(page)).toHaveAttribute('aria-busy', 'true');
  await expect(page.getByRole('status').filter({ hasText: 'Still loading' })).toBeVisible();
  expect(sent).toEqual([]);

  ready();
  await expect(reveal(page).getByText(KEY)).toBeVisible();
  await expect(page.getByText('Still loading')).toHaveCount(0);
  await closeReveal(page);
  await expect(page.locator('[aria-busy]')).toHaveCount(0);
  await expect(rowOf(page, 'Early bird')).toBeVisible();
  await openKeys(page);
  await expect(activeKeys(page)).toHaveCount(1);
  expect(sent).toHaveLength(1);
});

test('of several early clicks the last one counts: Revoke asks about that key alone', async ({
  as,
  page: owner,
}) => {
  await own(owner, { plan: 'pro' });
  await addKey(owner, 'First');
  await addKey(owner, 'Second');
  const { page, ready } = await onSlowLine(as, owner);
  await page.goto('/api-keys', { waitUntil: 'domcontentloaded' });
  await revokeButton(rowOf(page, 'First')).click();
  await expect(revokeButton(rowOf(page, 'First'))).toHaveAttribute('aria-busy', 'true');
  await revokeButton(rowOf(page, 'Second')).click();
  await expect(revokeButton(rowOf(page, 'First'))).not.toHaveAttribute('aria-busy');
  await expect(revokeButton(rowOf(page, 'Second'))).toHaveAttribute('aria-busy', 'true');

  ready();
  await expect(confirmation(page)).toHaveCount(1);
  await expect(confirmation(page)).toContainText('Revoke “Second”?');
  await confirmation(page).getByRole('button', { name: 'Keep key' }).click();
  await expect(confirmation(page)).toBeHidden();
  await expect(revokeButton(rowOf(page, 'Second'))).toBeFocused();
  await expect(activeKeys(page)).toHaveCount(2);
});

test('when the scripts do not come, an early click is told so', async ({
  as,
  page: owner,
  guard,
}) => {
  guard.allow(/net::ERR_FAILED/);
  await own(owner);
  const storageState = await owner.context().storageState();
  const page = await as(null, { waits: false, storageState });
  await page.route('**/_next/static/**/*.js', (route) => route.abort());
  await page.goto('/api-keys');
  await nameField(page).fill('Never sent');
  await generateButton(page).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Reload the page' })).toBeVisible();
  await expect(generateButton(page)).not.toHaveAttribute('aria-busy');
  await expect(nameField(page)).toHaveValue('Never sent');
});

test('what works without script does not wait for it, and is sent once', async ({
  as,
  page: owner,
}) => {
  const { email } = await own(owner);
  await owner.context().clearCookies({ name: 'zendrhax.session' });
  const { page, ready } = await onSlowLine(as, owner);
  await page.goto('/sign-in', { waitUntil: 'domcontentloaded' });
  const sent = posts(page);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/api-keys$/);
  ready();
  await expect(page.getByText('No active keys')).toBeVisible();
  expect(sent).toHaveLength(1);
});

test('what an extension puts beside fields before the page is alive costs nothing that was filled in', async ({
  as,
  page: owner,
  guard,
}) => {
  // React says that it found another page than it had sent, and draws its own.
  guard.allow(/Minified React error #418/);
  await own(owner);
  const { page, ready } = await onSlowLine(as, owner);
  const extend = () =>
    page.evaluate(() => {
      for (const field of document.querySelectorAll('main input, main select, main textarea')) {
        const icon = document.createElement('div');
        icon.dataset.extension = '';
        icon.attachShadow({ mode: 'closed' });
        field.after(icon);
      }
    });
  await page.goto('/api-keys', { waitUntil: 'domcontentloaded' });
  await page.getByText('Options').click();
  await page.getByLabel('Expires').selectOption('In 90 days');
  await nameField(page).fill('Filled early');
  await extend();
  await generateButton(page).click();
  ready();
  await expect(reveal(page).getByText(KEY)).toBeVisible();
  await closeReveal(page);
  await expect(rowOf(page, 'Filled early')).toBeVisible();
  await expect(page.locator('[data-extension]')).toHaveCount(0);
});

test('fields keep what they hold, and the focus, when React draws the page anew', async ({
  as,
  page: owner,
  guard,
}) => {
  guard.allow(/Minified React error #418/);
  await own(owner);
  const { page, ready } = await onSlowLine(as, owner);
  await page.goto('/contact', { waitUntil: 'domcontentloaded' });
  await page.getByLabel('Topic').selectOption('Plans');
  await page.getByLabel('Message').fill('Before the page was alive.');
  await page.getByLabel('Name').evaluate((field) => field.after(document.createElement('div')));
  const before = await page.getByLabel('Message').elementHandle();
  ready();
  await page.waitForFunction((field) => !field?.isConnected, before);
  await expect(page.getByLabel('Message')).toHaveValue('Before the page was alive.');
  await expect(page.getByLabel('Message')).toBeFocused();
  await expect(page.getByLabel('Topic')).toHaveValue('plans');
});
