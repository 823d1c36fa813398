import type { Page } from '@playwright/test';
import { expect, said, test } from './fixtures';
import {
  confirmation,
  copyButton,
  generate,
  generateButton,
  keyRows,
  nameField,
  openKeys,
  reveal,
  revokeButton,
  rowOf,
} from './keys';
import { addKey, addWorkspace, own } from './people';

/**
 * Does what browsers do that translate a page: in the place of each text, elements with another one.
 * The words stay as they are, so that a test finds them.
 */
function translate(): void {
  const isLeft = (element: Element | null) =>
    !element || element.closest('script, style, noscript, textarea, font, [translate=no]') !== null;
  const replace = (text: Node) => {
    if (!text.nodeValue?.trim() || isLeft(text.parentElement)) return;
    const outer = document.createElement('font');
    const inner = outer.appendChild(document.createElement('font'));
    inner.append(text.nodeValue);
    (text as Text).replaceWith(outer);
  };
  const within = (root: Node) => {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found: Node[] = [];
    while (texts.nextNode()) found.push(texts.currentNode);
    for (const text of root.nodeType === Node.TEXT_NODE ? [root] : found) replace(text);
  };
  const watch = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) within(node);
  });
  addEventListener('page-ready', () => {
    within(document.body);
    watch.observe(document.body, { childList: true, subtree: true });
  });
}

const translated = (page: Page) => page.locator('main font font').first();

const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };

test('on a translated page a key is generated, copied, found, edited and revoked', async ({
  as,
}) => {
  const page = await as(null, CLIPBOARD);
  await page.addInitScript(translate);
  await own(page, { plan: 'pro' });
  for (let other = 0; other < 7; other++) await addKey(page, `Other ${other}`);
  await openKeys(page);
  await expect(translated(page)).toBeVisible();
  await generateButton(page).click();
  await expect(page.getByText('This must not be empty.')).toBeVisible();

  await generate(page, 'Traduite');
  await reveal(page).getByRole('button', { name: 'Done' }).click();
  await expect(reveal(page)).toContainText('The key is not on the clipboard');
  await copyButton(page).click();
  await expect(reveal(page).getByRole('button', { name: 'Copied' })).toBeVisible();
  await expect(reveal(page)).not.toContainText('The key is not on the clipboard');
  await reveal(page).getByRole('button', { name: 'Copy command' }).click();
  await expect(reveal(page).getByRole('button', { name: 'Copy command' })).toHaveCount(0);
  await copyButton(page).click();
  await reveal(page).getByRole('button', { name: 'Done' }).click();
  await expect(reveal(page)).toBeHidden();
  await expect(rowOf(page, 'Traduite')).toBeVisible();

  await page.getByLabel('Search keys').fill('nothing');
  await page.getByLabel('Search keys').press('Enter');
  await expect(keyRows(page)).toHaveCount(0);
  await page.getByLabel('Search keys').fill('trad');
  await page.getByLabel('Search keys').press('Enter');
  await rowOf(page, 'Traduite').getByRole('link', { name: 'Traduite' }).click();

  await page.getByText('Edit', { exact: true }).click();
  await nameField(page).fill('');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('This must not be empty.')).toBeVisible();
  await nameField(page).fill('Übersetzt');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(said(page)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Übersetzt');
  await page.getByRole('button', { name: 'Close message' }).click();

  await openKeys(page);
  await revokeButton(rowOf(page, 'Übersetzt')).click();
  await confirmation(page).getByRole('button', { name: 'Revoke key' }).click();
  await expect(confirmation(page)).toBeHidden();
  await expect(rowOf(page, 'Übersetzt')).toHaveCount(0);
});

test('on a translated page menus, plans, members and settings work', async ({ as }) => {
  const page = await as(null);
  await page.addInitScript(translate);
  const { email } = await own(page, { workspace: 'Une' });
  await addWorkspace(page, 'Autre');
  await page.goto('/members');
  await expect(translated(page)).toBeVisible();
  await page.getByRole('button', { name: /now Autre$/ }).click();
  await page.getByRole('button', { name: /^Une/ }).click();
  await expect(page.getByRole('button', { name: /now Une$/ })).toBeVisible();

  await page.goto('/members');
  await page.getByLabel('Email').fill('guest@people.test');
  await page.getByRole('button', { name: 'Invite' }).click();
  await expect(page.getByText('guest@people.test').first()).toBeVisible();
  await page.getByRole('button', { name: /^Cancel/ }).click();
  await expect(page.getByRole('heading', { name: 'Pending invitations' })).toHaveCount(0);

  await page.getByRole('button', { name: new RegExp(email) }).click();
  await page.getByRole('link', { name: 'Account settings' }).click();
  await page.getByLabel('Your name').fill('Ada');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(said(page)).toHaveText('Your name is now Ada.');

  await page.goto('/plans');
  await page.getByRole('button', { name: /^Switch.* to Pro/ }).click();
  await confirmation(page)
    .getByRole('button', { name: /^Switch/ })
    .click();
  await expect(confirmation(page)).toBeHidden();
  await expect(said(page)).toContainText('Pro');
  await page.getByRole('button', { name: 'es', exact: true }).first().click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
});

test('on a translated page samples are copied, and requests sent', async ({ as, guard }) => {
  // The request that is sent has no key.
  guard.allowStatus(401);
  const page = await as(null, CLIPBOARD);
  await page.addInitScript(translate);
  await page.goto('/help/first-invoice');
  await expect(translated(page)).toBeVisible();
  const copy = page.getByRole('main').getByRole('button', { name: /^Copy/ }).first();
  await copy.click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Copied' })).toHaveCount(0);
  await expect(copy).toBeVisible();
  await page.getByRole('button', { name: 'Yes' }).click();
  await expect(page.locator('#feedback')).toContainText('Thank');

  await page.goto('/docs');
  await page.getByRole('radio', { name: 'Python' }).first().check({ force: true });
  await page.getByRole('main').getByRole('button', { name: /^Copy/ }).first().click();
  await expect(page.getByRole('button', { name: 'Copied' }).first()).toBeVisible();
  await page
    .locator('main summary')
    .filter({ hasText: /^Try it/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Send', exact: true }).first().click();
  await expect(
    page
      .getByRole('status')
      .filter({ hasText: /40\d|200/ })
      .first(),
  ).toBeVisible();
});
