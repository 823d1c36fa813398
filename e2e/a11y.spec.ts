import { newEmail } from './accounts';
import { expect, prefer, test, words } from './fixtures';
import { inspect, STILL, settled, violations } from './inspect';
import {
  closeReveal,
  confirmation,
  generate,
  generateButton,
  makeKey,
  nameField,
  revokeAll,
  revokeButton,
  rowOf,
} from './keys';
import { tryIt } from './reference';

const TEXTS = [
  '/help',
  '/help?q=key',
  '/help?q=zzzz',
  '/help/api-keys',
  '/help/keeping-keys-safe',
  '/help/rate-limits',
  '/help/errors',
  '/legal',
  '/legal/privacy',
];

test.use(STILL);

/** Public pages that are not texts, signed out. */
const FORMS = [
  '/',
  '/plans',
  '/contact',
  '/nowhere',
  '/sign-in',
  '/register',
  '/register/confirm',
  '/forgot-password',
  '/reset-password',
  '/invitation',
];

/** What belongs to a person or their workspace. */
const SIGNED_IN = [
  '/members',
  '/settings',
  '/settings/workspace',
  '/workspace/select',
  '/workspace/new',
];

for (const locale of ['en', 'es'] as const) {
  test(`public pages are accessible, ${locale}`, async ({ page, guard }) => {
    guard.allowStatus(404);
    await prefer(page, locale);
    for (const path of FORMS) {
      await page.goto(path);
      await inspect(page, path);
    }
  });

  test(`what goes wrong and opens on public pages is accessible, ${locale}`, async ({
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

    await page.goto('/contact');
    await page.getByRole('main').locator('button[type=submit]').click();
    await expect(page.locator('#contact-name')).toHaveAttribute('aria-invalid', 'true');
    await inspect(page, 'contact with errors');
    await page.goto('/contact?sent');
    await inspect(page, 'contact, sent');
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
    const member = await as('user@acme.test');
    await prefer(member, locale);
    await member.goto('/plans');
    await inspect(member, 'plans, for who cannot switch');
  });

  test(`account and workspace pages are accessible, ${locale}`, async ({ as }) => {
    const owner = await as('owner@acme.test');
    await prefer(owner, locale);
    for (const path of SIGNED_IN) {
      await owner.goto(path);
      await inspect(owner, path);
    }
    await owner.goto('/members');
    await owner.locator('summary').last().click();
    await owner.locator('#invite-email').press('Enter');
    await expect(owner.locator('#invite-email')).toHaveAttribute('aria-invalid', 'true');
    await inspect(owner, 'members, with an error and the transfer open');
  });

  test(`help and legal texts are accessible, ${locale}`, async ({ page }) => {
    await prefer(page, locale);
    for (const path of TEXTS) {
      await page.goto(path);
      await inspect(page, path);
    }
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

  test(`the pages of a workspace are accessible, ${locale}`, async ({ as, hold, guard }) => {
    guard.allowStatus(403);
    const member = await as('user@acme.test');
    await prefer(member, locale);
    await member.goto('/api-keys');
    await inspect(member, '403');
    await member.goto('/invoices?status=paid&issued_to=yesterday');
    await inspect(member, 'invoices with a filter and a wrong one');
    await member.goto('/invoices?customer=nobody');
    await inspect(member, 'no invoice matches');
    await member.goto('/invoices');
    await inspect(member, 'invoices');
    await member.locator('tbody a').nth(4).click();
    await expect(member).toHaveURL(/invoices\/./);
    await inspect(member, 'an invoice');

    await hold('Umbrella');
    const owner = await as('owner@umbrella.test');
    await prefer(owner, locale);
    await owner.goto('/invoices');
    await inspect(owner, 'no invoices');
    await revokeAll(owner);
    await inspect(owner, 'no keys');
    await generateButton(owner).click();
    await expect(nameField(owner)).toHaveAttribute('aria-invalid', 'true');
    await inspect(owner, 'a wrong name');
    await generate(owner, 'Nightly export');
    await inspect(owner, 'the modal', '[role=dialog]');
    await closeReveal(owner);
    const long = 'A-name-of-eighty-characters-without-a-space-in-it-'.repeat(2).slice(0, 80);
    await makeKey(owner, long);
    await inspect(owner, 'keys');
    await revokeButton(rowOf(owner, long)).click();
    await expect(confirmation(owner)).toBeVisible();
    await inspect(owner, 'the confirmation', '[role=alertdialog]');
    await revokeAll(owner);
    await owner.goto('/api-keys?state=ended');
    await inspect(owner, 'ended keys');
  });
}
