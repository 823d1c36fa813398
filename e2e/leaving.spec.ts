import type { Page } from '@playwright/test';
import { expect, t, test } from './fixtures';
import {
  closeReveal,
  copyButton,
  generate,
  generateButton,
  nameField,
  reveal,
  rowOf,
} from './keys';
import { aMoment } from './patient';
import { own } from './people';

test.use({ locale: 'es-ES' });

const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };

/** Copies the key, and waits until the page knows. */
async function copy(page: Page): Promise<void> {
  await copyButton(page).click();
  await expect(reveal(page).getByRole('button', { name: t('client.copy.copied') })).toBeVisible();
  await aMoment(page);
}

test('leaving warns while the key is not copied, and no longer once it is', async ({ as }) => {
  const page = await as(null, CLIPBOARD);
  await own(page, { plan: 'starter' });
  await page.goto('/api-keys');
  const key = await generate(page, 'Not copied yet');
  const asked = page.waitForEvent('dialog');
  const leaving = page.reload().catch(() => null);
  const question = await asked;
  expect(question.type()).toBe('beforeunload');
  await question.dismiss();
  await expect(reveal(page).getByText(key)).toBeVisible();

  await copy(page);
  page.on('dialog', (dialog) => {
    throw new Error(`asked again: ${dialog.type()}`);
  });
  await page.goto('/api-keys');
  await leaving;
  await expect(reveal(page)).toBeHidden();
});

test('Back warns while the key is not copied, closes the modal once it is, and then leaves', async ({
  as,
}) => {
  const page = await as(null, CLIPBOARD);
  await own(page, { plan: 'starter' });
  await page.goto('/invoices');
  await page
    .getByRole('link', { name: t('shell.apiKeys') })
    .first()
    .click();
  const key = await generate(page, 'Not copied yet');
  for (let times = 0; times < 2; times++) {
    await page.goBack();
    await expect(reveal(page).getByText(t('client.revealKey.tip.uncopied'))).toBeVisible();
    await expect(reveal(page).getByText(key)).toBeVisible();
  }
  await copy(page);
  await page.goBack();
  await expect(reveal(page)).toBeHidden();
  await expect(page).toHaveURL(/\/api-keys$/);
  await expect(rowOf(page, 'Not copied yet')).toBeVisible();

  await generate(page, 'Copied at once');
  await closeReveal(page);
  await expect(rowOf(page, 'Copied at once')).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/\/invoices$/);
  await page.goForward();
  await expect(reveal(page)).toBeHidden();
});

test('before the page is ready, Generate puts nothing into the address', async ({ as, guard }) => {
  guard.allow(/net::ERR_FAILED/);
  const page = await as(null, { waits: false });
  await own(page);
  await page.route('**/*.js', (route) => route.abort());
  await page.goto('/api-keys');
  await nameField(page).fill('Too early');
  await generateButton(page).click();
  await expect(page).toHaveURL(/\/api-keys$/);
  await expect(nameField(page)).toHaveValue('Too early');
});
