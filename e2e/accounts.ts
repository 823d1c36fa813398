import type { Page } from '@playwright/test';
import type { Mail } from '@/tests/support/mailbox';
import { elsewhere, expect, prefer, said, words } from './fixtures';
import { language as spoken, type Words } from './language';
import { linkIn, mailTo } from './mail';
import { newEmail, PASSWORD } from './people';

/** Asks for an account by clicking. */
export async function askForAccount(
  page: Page,
  { name = 'Robin Doe', email = newEmail(), language = spoken() } = {},
): Promise<Mail> {
  const t = words[language];
  await page.goto('/register');
  await page.getByLabel(t('fields.name')).fill(name);
  await page.getByLabel(t('fields.email')).fill(email);
  // All tests together cause more mails than one address may.
  await page.setExtraHTTPHeaders(elsewhere().extraHTTPHeaders);
  await page
    .getByRole('main')
    .getByRole('button', { name: t('register.submit') })
    .click();
  await expect(page.getByRole('main')).toContainText(email);
  await page.setExtraHTTPHeaders({});
  return mailTo(email, new RegExp(t('mail.confirmRegistration.subject')));
}

/** Registers someone by clicking, through the mailed link, up to the first page of their workspace. */
export async function register(
  page: Page,
  { name = 'Robin Doe', workspace = 'Robin’s shop', language = spoken() } = {},
): Promise<{ email: string }> {
  await prefer(page, language);
  const mail = await askForAccount(page, { name, language });
  await page.goto(linkIn(mail));
  await confirmAccount(page, { workspace, language });
  return { email: mail.to };
}

/** Fills in the page that the mailed link leads to. */
export async function confirmAccount(
  page: Page,
  { workspace = 'Robin’s shop', language = spoken() } = {},
): Promise<void> {
  const t = words[language];
  await page.getByLabel(t('fields.newPassword')).fill(PASSWORD);
  await page.getByLabel(t('fields.workspaceName')).fill(workspace);
  await page.getByRole('button', { name: t('register.confirm.submit') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('apiKeys.title'));
}

/** Signs in through the form. */
export async function signInAs(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.goto('/sign-in');
  await page.locator('#email').fill(email);
  await page.locator('#password').fill(password);
  await page.locator('#password').press('Enter');
}

/** Invites someone from the page of members. */
export async function invite(
  page: Page,
  t: Words,
  email: string,
  role: 'ADMIN' | 'USER',
): Promise<void> {
  await page.goto('/members');
  await page.getByLabel(t('fields.email')).fill(email);
  await page.getByLabel(t('members.invite.role')).selectOption(role);
  await page.getByRole('button', { name: t('members.invite.submit'), exact: true }).click();
  await expect(said(page)).toContainText(email);
}

/** Follows the mailed link in a new browser, and registers there. */
export async function join(page: Page, t: Words, email: string, name: string): Promise<void> {
  const mail = await mailTo(email, /./);
  await page.goto(linkIn(mail));
  await page.getByLabel(t('fields.name')).fill(name);
  await page.getByLabel(t('fields.newPassword')).fill(PASSWORD);
  await page.getByRole('button', { name: t('invitation.createAndJoin') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('invoices.title'));
}
