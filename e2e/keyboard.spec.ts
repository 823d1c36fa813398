import type { Locator, Page } from '@playwright/test';
import { expect, said, test } from './fixtures';
import {
  confirmation,
  copyButton,
  KEY,
  makeKey,
  makeKeys,
  nameField,
  openKeys,
  reveal,
  revokeButton,
  rowOf,
  statusOf,
} from './keys';
import { addKey, own } from './people';

/** Moves the focus until it is on a target, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const focused = () => target.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 80 && !(await focused()); presses++) {
    await page.keyboard.press(key);
  }
  await expect(target).toBeFocused();
}

/** @returns of each place in a list that has the focus on the way back, whether the head is above it */
async function backThroughRows(page: Page): Promise<boolean[]> {
  const covered: boolean[] = [];
  for (;;) {
    const isCovered = await page.evaluate(() => {
      const at = document.activeElement;
      if (!at?.closest('tbody')) return null;
      const { left, width, top } = at.getBoundingClientRect();
      const seen = document.elementFromPoint(left + width / 2, top + 1);
      return Boolean(seen?.closest('thead'));
    });
    if (isCovered === null) return covered;
    covered.push(isCovered);
    await page.keyboard.press('Shift+Tab');
  }
}

/** Moves the focus from the top of the page into a list, and counts how often that takes Tab. */
async function stopsBeforeRows(page: Page): Promise<number> {
  const isInRow = () => page.evaluate(() => Boolean(document.activeElement?.closest('tbody')));
  let stops = 0;
  for (; stops < 80 && !(await isInRow()); stops++) await page.keyboard.press('Tab');
  return stops - 1;
}

test('the keyboard alone makes, copies and revokes a key', async ({ as }) => {
  const page = await as(null, { permissions: ['clipboard-read', 'clipboard-write'] });
  await own(page);
  await openKeys(page);

  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await tabTo(page, nameField(page));
  await page.keyboard.type('No mouse');
  await page.keyboard.press('Enter');
  const key = String(await reveal(page).getByText(KEY).textContent());
  await expect(copyButton(page)).toBeFocused();
  await expect(reveal(page)).toHaveAccessibleDescription(/only time we show the key “No mouse”/);
  await page.keyboard.press('Enter');
  await expect(reveal(page).getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(key);
  await tabTo(page, reveal(page).getByRole('button', { name: 'Done' }));
  await page.keyboard.press('Enter');
  await expect(reveal(page)).toBeHidden();
  await expect(page.locator('body')).not.toBeFocused();

  await tabTo(page, revokeButton(rowOf(page, 'No mouse')));
  await page.keyboard.press('Enter');
  await expect(confirmation(page).getByRole('button', { name: 'Keep key' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(revokeButton(rowOf(page, 'No mouse'))).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(page, confirmation(page).getByRole('button', { name: 'Revoke key' }));
  await page.keyboard.press('Enter');
  await expect(rowOf(page, 'No mouse')).toHaveCount(0);
  await expect(page.getByRole('main')).toBeFocused();
});

test('the keyboard alone rotates a key', async ({ page, request }) => {
  await own(page);
  const old = await makeKey(page, 'Nightly export');
  await page.getByRole('link', { name: 'Nightly export', exact: true }).press('Enter');
  const link = page.getByRole('link', { name: 'Rotate', exact: true });
  await expect(link).toHaveAccessibleDescription(/^Nightly export sk_/);
  await tabTo(page, link);
  await page.keyboard.press('Enter');
  const first = page.getByRole('radio').first();
  await expect(first).toHaveAccessibleDescription(/^You need not guess/);
  await expect(page.getByRole('group', { name: /^When does sk_.* retire\?$/ })).toBeVisible();
  await tabTo(page, first);
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'In 24 hours' })).toBeChecked();
  await tabTo(page, page.getByRole('button', { name: 'Rotate', exact: true }));
  await page.keyboard.press('Enter');
  await expect(copyButton(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await tabTo(page, reveal(page).getByRole('button', { name: 'Done' }));
  await page.keyboard.press('Enter');
  await tabTo(page, reveal(page).getByRole('button', { name: 'Close without copying' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Rotation' })).toBeVisible();
  await expect(page.locator('body')).not.toBeFocused();
  const retire = page.getByRole('button', { name: 'Retire now' });
  await tabTo(page, retire);
  await page.keyboard.press('Enter');
  await expect(confirmation(page).getByRole('button', { name: 'Cancel' })).toBeFocused();
  await tabTo(page, confirmation(page).getByRole('button', { name: 'Retire now' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText(/ has retired$/)).toBeVisible();
  await expect(page.locator('body')).not.toBeFocused();
  expect(await statusOf(request, old)).toBe(401);
});

test('the keyboard alone finds a key, pauses and resumes it', async ({ page, request }) => {
  await own(page, { plan: 'pro' });
  for (let other = 0; other < 7; other++) await addKey(page, `Other ${other}`);
  const key = await makeKey(page, 'Nightly export');
  await tabTo(page, page.getByRole('searchbox', { name: 'Search keys' }));
  await page.keyboard.type('nightly');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/q=nightly/);
  const row = rowOf(page, 'Nightly export');
  await tabTo(page, row.getByRole('link', { name: 'Nightly export' }));
  await tabTo(page, row.getByRole('button', { name: 'More actions for Nightly export' }));
  await page.keyboard.press('Enter');
  await tabTo(page, row.getByRole('link', { name: 'Pause' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('radio', { name: '15 minutes' }));
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: '1 hour' })).toBeChecked();
  await tabTo(page, page.getByRole('button', { name: 'Pause key' }));
  await page.keyboard.press('Enter');
  await expect(said(page)).toHaveText(/is paused until/);
  expect(await statusOf(request, key)).toBe(401);
  await tabTo(page, page.getByRole('button', { name: 'Resume' }));
  await page.keyboard.press('Enter');
  await expect(said(page)).toHaveText(/works again/);
  await expect(page.locator('body')).not.toBeFocused();
  expect(await statusOf(request, key)).toBe(200);
});

test('the keyboard alone revokes many keys, and no row is hidden that it is on', async ({
  page,
}) => {
  await own(page, { plan: 'pro' });
  await makeKeys(
    page,
    Array.from({ length: 12 }, (_, index) => `Key ${index}.`),
  );
  // As many as before the list had chips, heads that sort and an export beside its search.
  expect(await stopsBeforeRows(page)).toBeLessThanOrEqual(27);
  const all = page.getByRole('checkbox', { name: 'Select all keys on this page' });
  await tabTo(page, all, 'Shift+Tab');
  await page.keyboard.press('Space');

  // The head of the list stays at the top: what is behind it is scrolled out of there.
  await tabTo(page, page.getByRole('checkbox').last());
  const covered = await backThroughRows(page);
  expect(covered.length).toBeGreaterThan(40);
  expect(covered).not.toContain(true);
  await tabTo(page, page.getByRole('button', { name: 'Revoke 12 keys…' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Revoke 12 keys?');
  await tabTo(page, page.getByLabel('Type 12 to confirm'));
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await expect(said(page)).toHaveText(/^12 keys are revoked/);
  await expect(page.locator('body')).not.toBeFocused();
});
