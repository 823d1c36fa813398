import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import {
  closeReveal,
  copyButton,
  escapeConfirmation,
  generate,
  makeKey,
  revokeButton,
  rowOf,
} from './keys';
import { own } from './people';

test.use({ locale: 'es-ES' });

const LONG = 'w'.repeat(80);

/** Boxes of the page, and the page itself, that hide or scroll something sideways. */
const tooWide = (page: Page) =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll(
        'html, main, dialog, [role$=dialog], table, main div:has(> table)',
      ),
    ]
      .filter((box) => box.scrollWidth > box.clientWidth + 1)
      .map((box) => `${box.tagName} ${box.scrollWidth} > ${box.clientWidth}`),
  );

test.use({ viewport: { width: 360, height: 740 } });

test('a key’s name without a space wraps: copy and revoke stay in sight', async ({ page }) => {
  await own(page);
  await page.goto('/api-keys');
  await generate(page, LONG);
  expect(await tooWide(page)).toEqual([]);
  await expect(copyButton(page)).toBeInViewport({ ratio: 1 });
  await closeReveal(page);
  const button = revokeButton(rowOf(page, LONG));
  await button.scrollIntoViewIfNeeded();
  await expect(button).toBeInViewport({ ratio: 0.95 });
  expect(await tooWide(page)).toEqual([]);
  await button.click();
  expect(await tooWide(page)).toEqual([]);
  await escapeConfirmation(page);
});

test('a workspace, a person and an invoice with long names make no page scroll sideways', async ({
  page,
}) => {
  await own(page, { name: LONG, workspace: LONG.slice(0, 60) });
  const key = await makeKey(page, 'Writes invoices');
  const headers = { Authorization: `Bearer ${key}` };
  const lines = [{ description: LONG.repeat(2), quantity: 1, unit_amount: 123_456_789 }];
  const data = { customer: LONG, currency: 'EUR', lines };
  const created = await page.request.post('/api/invoices', { headers, data });
  const { id } = await created.json();
  for (const path of [
    '/api-keys',
    '/members',
    '/invoices',
    `/invoices/${id}`,
    '/settings',
    '/settings/workspace',
    '/plans',
    '/workspace/select',
  ]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await tooWide(page), path).toEqual([]);
  }
  await page.goto(`/invoices/${id}`);
  await expect(page.getByText('1.234.567,89').first()).toBeVisible();
});
