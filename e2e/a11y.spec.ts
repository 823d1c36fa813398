import { expect, prefer, test, words } from './fixtures';
import { inspect, STILL, settled, violations } from './inspect';
import {
  closeReveal,
  confirmation,
  generate,
  generateButton,
  makeKey,
  nameField,
  openKeys,
  revokeButton,
  rowOf,
} from './keys';
import { newEmail, own } from './people';
import { tryIt } from './reference';

test.use(STILL);

for (const locale of ['en', 'es'] as const) {
  test(`what goes wrong on the way to an account is accessible, ${locale}`, async ({
    page,
    guard,
  }) => {
    guard.allowStatus(401);
    const t = words[locale];
    await prefer(page, locale);
    await page.goto('/sign-in');
    await page.locator('#email').fill('owner@acme.test');
    await page.locator('#password').fill('wrong');
    await page.locator('#password').press('Enter');
    await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
    await inspect(page, 'sign-in with an error');

    await page.goto(`/reset-password#${'x'.repeat(43)}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('mailedLink.dead.title'));
    await inspect(page, 'a link that no longer works');
    await page.goto('/forgot-password');
    await page.getByLabel(t('fields.email')).fill(newEmail());
    await page.getByRole('button', { name: t('forgotPassword.submit') }).click();
    await expect(page).toHaveURL(/\/sent$/);
    await inspect(page, 'check your email');
  });

  test(`what goes wrong and opens on public pages is accessible, ${locale}`, async ({ page }) => {
    await prefer(page, locale);
    await page.goto('/contact');
    await page.getByRole('main').locator('button[type=submit]').click();
    await expect(page.locator('#contact-name')).toHaveAttribute('aria-invalid', 'true');
    await inspect(page, 'contact with errors');
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto('/');
    await page.locator('[popovertarget=menu]').click();
    await expect(page.locator('#menu')).toBeVisible();
    await inspect(page, 'the menu of a phone');
  });

  test(`the plans of a workspace are accessible, ${locale}`, async ({ as }) => {
    const owner = await as('owner@hooli.test');
    await prefer(owner, locale);
    await owner.goto('/plans');
    await inspect(owner, 'plans, with one that is no longer sold');
    await owner.getByRole('table').getByRole('button').first().click();
    await expect(confirmation(owner)).toBeVisible();
    await inspect(owner, 'the question before a switch', '[role=alertdialog]');
  });

  test(`a refused invitation and an open transfer are accessible, ${locale}`, async ({ as }) => {
    const owner = await as('owner@acme.test');
    await prefer(owner, locale);
    await owner.goto('/members');
    await owner.locator('summary').last().click();
    await owner.locator('#invite-email').press('Enter');
    await expect(owner.locator('#invite-email')).toHaveAttribute('aria-invalid', 'true');
    await inspect(owner, 'members, with an error and the transfer open');
  });

  test(`what is found and answered in the help center is accessible, ${locale}`, async ({
    page,
  }) => {
    await prefer(page, locale);
    await page.goto('/help?q=key');
    await inspect(page, 'what a search has found');
    await page.goto('/help/plans');
    await page.locator('#feedback').getByRole('button').first().click();
    await expect(page.locator('#feedback').getByRole('status')).toBeVisible();
    await inspect(page, 'the thanks', '#feedback');
  });

  test(`the API reference is accessible, ${locale}`, async ({ page, guard }) => {
    guard.allowStatus(401);
    await prefer(page, locale);
    await page.goto('/docs');
    const operation = await tryIt(page, 'deleteInvoice');
    await operation.locator('#deleteInvoice-id').fill('nothing');
    await operation.locator('button[type=submit]').click();
    await expect(confirmation(page)).toBeVisible();
    await inspect(page, 'a request that deletes', '[role=alertdialog]');
    await confirmation(page).getByRole('button').last().click();
    await expect(operation.getByText('missing_credentials').last()).toBeVisible();
    await inspect(page, 'the reference, with a request that was refused');

    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto('/docs#createInvoice');
    await settled(page);
    expect(await violations(page, 'main')).toEqual([]);
  });

  test(`an invoice, and the place of the first one, are accessible, ${locale}`, async ({ as }) => {
    const member = await as('user@acme.test');
    await prefer(member, locale);
    await member.goto('/invoices');
    await member.locator('tbody a').nth(4).click();
    await expect(member).toHaveURL(/invoices\/./);
    await inspect(member, 'an invoice');

    const owner = await as(null);
    await own(owner, { plan: 'starter', language: locale });
    await owner.goto('/invoices');
    await inspect(owner, 'no invoices');
  });

  test(`the place of the first key, and what shows it once, are accessible, ${locale}`, async ({
    page: owner,
  }) => {
    await own(owner, { language: locale });
    await openKeys(owner);
    await inspect(owner, 'no keys');
    await generateButton(owner).click();
    await expect(nameField(owner)).toHaveAttribute('aria-invalid', 'true');
    await inspect(owner, 'a wrong name');
    await generate(owner, 'Nightly export');
    await inspect(owner, 'the modal', '[role=dialog]');
    await closeReveal(owner);
  });

  test(`the list of keys and the question of Revoke are accessible, ${locale}`, async ({
    page: owner,
  }) => {
    await own(owner, { plan: 'starter', language: locale });
    await makeKey(owner, 'Nightly export');
    const long = 'A-name-of-eighty-characters-without-a-space-in-it-'.repeat(2).slice(0, 80);
    await makeKey(owner, long);
    await inspect(owner, 'keys');
    await revokeButton(rowOf(owner, long)).click();
    await expect(confirmation(owner)).toBeVisible();
    await inspect(owner, 'the confirmation', '[role=alertdialog]');
    await confirmation(owner).getByRole('button').last().click();
    await expect(rowOf(owner, long)).toHaveCount(0);
    await owner.goto('/api-keys?state=ended');
    await inspect(owner, 'ended keys');
  });
}
