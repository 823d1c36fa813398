import { randomUUID } from 'node:crypto';
import { signInAs } from './accounts';
import { domain } from './database';
import { expect, prefer, said, t, test, words } from './fixtures';
import { mailTo } from './mail';
import { own, PASSWORD, personOn, signInByRow } from './people';

test.use({ locale: 'es-ES' });

test('settings: a new name, a new password, and out everywhere else', async ({ as, guard }) => {
  guard.allowStatus(401);
  const page = await as(null);
  const { email } = await own(page);
  const phone = await as(null);
  await signInAs(phone, email);
  await expect(phone).toHaveURL(/\/api-keys$/);

  await page.goto('/settings');
  const devices = page.getByRole('listitem').filter({ hasText: 'Chrome, Windows' });
  await expect(devices).toHaveCount(2);
  await page.getByLabel(t('fields.name')).fill('Robin Roe');
  await page.getByRole('button', { name: t('apiKeys.edit.submit'), exact: true }).click();
  await expect(said(page)).toHaveText(t('settings.profile.done', { name: 'Robin Roe' }));
  await page.reload();
  await expect(page.getByLabel(t('fields.name'))).toHaveValue('Robin Roe');

  await page.getByLabel(t('settings.sessions.password')).fill('not this one');
  await page.getByRole('button', { name: t('settings.sessions.end') }).click();
  await expect(page.getByText(t('fieldErrors.password_wrong'))).toBeVisible();
  await expect(devices).toHaveCount(2);
  await page.getByLabel(t('settings.sessions.password')).fill(PASSWORD);
  await page.getByRole('button', { name: t('settings.sessions.end') }).click();
  await expect(devices).toHaveCount(1);
  await phone.goto('/invoices');
  await expect(phone).toHaveURL(/\/sign-in/);

  await signInAs(phone, email);
  await expect(phone).toHaveURL(/\/invoices$|\/api-keys$/);
  await page.getByLabel(t('fields.currentPassword')).fill('not this one');
  await page.getByLabel(t('fields.newPassword')).fill('six other words and a heron');
  await page.getByRole('button', { name: t('settings.password.submit') }).click();
  await expect(page.getByText(t('fieldErrors.password_wrong'))).toBeVisible();
  await page.getByLabel(t('fields.currentPassword')).fill(PASSWORD);
  await page.getByLabel(t('fields.newPassword')).fill('six other words and a heron');
  await page.getByRole('button', { name: t('settings.password.submit') }).click();
  await expect(page.getByText(t('settings.password.done'))).toBeVisible();
  await mailTo(email, new RegExp(t('mail.passwordChanged.subject')));
  await phone.goto('/invoices');
  await expect(phone).toHaveURL(/\/sign-in/);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('shell.settings'));
});

for (const language of ['en', 'es'] as const) {
  const t = words[language];

  test(`one session is ended by itself, without JavaScript too, in ${language}`, async ({ as }) => {
    const page = await as(null);
    const { email } = await own(page, { language });
    for (const _ of ['phone', 'tablet']) await signInByRow(await as(null), email);
    const plain = await as(null, { javaScriptEnabled: false });
    await prefer(plain, language);
    await plain.goto('/sign-in');
    await plain.locator('#email').fill(email);
    await plain.locator('#password').fill(PASSWORD);
    await plain.locator('#password').press('Enter');
    await expect(plain).toHaveURL(/\/api-keys$/);
    await plain.goto('/settings');
    await expect(plain.getByLabel(t('settings.sessions.which')).locator('option')).toHaveCount(4);
    await plain.getByLabel(t('settings.sessions.which')).selectOption({ index: 1 });
    await plain.getByLabel(t('settings.sessions.password')).fill(PASSWORD);
    await plain.getByRole('button', { name: t('settings.sessions.end') }).click();
    await expect(plain.getByText(t('settings.sessions.done'))).toBeVisible();
    await expect(plain.getByLabel(t('settings.sessions.which')).locator('option')).toHaveCount(3);
  });
}

test('a borrowed browser does not guess the password in the settings', async ({ as }) => {
  const page = await as(null);
  await own(page);
  await page.goto('/settings');
  for (let times = 0; times < 11; times++) {
    await page.getByLabel(t('fields.currentPassword')).fill(`wrong ${times}`);
    await page.getByLabel(t('fields.newPassword')).fill('six other words and a heron');
    await page.getByRole('button', { name: t('settings.password.submit') }).click();
    const refused = times < 10 ? t('fieldErrors.password_wrong') : 'Demasiados intentos.';
    await expect(page.getByText(refused)).toBeVisible();
    await expect(page.getByRole('button', { name: t('settings.password.submit') })).toBeEnabled();
  }
});

test('the language someone picks is the language of their mails', async ({ as }) => {
  const page = await as(null);
  const { email } = await own(page);
  await page.goto('/settings');
  await page.getByRole('main').getByRole('button', { name: 'en', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings');
  const visitor = await as(null);
  await visitor.goto('/forgot-password');
  await visitor.getByLabel(words.es('fields.email')).fill(email);
  await visitor.getByRole('button', { name: t('forgotPassword.submit') }).click();
  await mailTo(email, /Choose a new password/);
});

test('settings: Google and GitHub that open the account are there, and can be removed', async ({
  as,
}) => {
  const page = await as(null);
  await own(page);
  const { userId } = personOn(page);
  await page.goto('/settings');
  await expect(page.getByRole('heading', { name: t('settings.providers.title') })).toHaveCount(0);
  await link(userId, 'google', 'github');

  await page.reload();
  const linked = page.getByRole('listitem').filter({ hasText: /vinculada el/ });
  await expect(linked).toHaveCount(2);
  await page.getByLabel(t('settings.providers.which'), { exact: true }).selectOption('GitHub');
  const password = page.locator('#providers-password');
  await password.fill('not this one');
  await page.getByRole('button', { name: t('settings.providers.remove'), exact: true }).click();
  await expect(page.getByText(t('fieldErrors.password_wrong'))).toBeVisible();
  await expect(linked).toHaveCount(2);
  await password.fill(PASSWORD);
  await page.getByRole('button', { name: t('settings.providers.remove'), exact: true }).click();
  await expect(said(page)).toContainText(t('settings.providers.done', { provider: 'GitHub' }));
  await expect(linked).toHaveCount(1);
});

test('settings: without a password nothing can be removed, which says how to get one', async ({
  as,
}) => {
  const page = await as(null);
  await own(page);
  const { userId } = personOn(page);
  const { db } = await domain();
  await db.user.update({
    where: { id: userId },
    data: { passwordHash: null },
    select: { id: true },
  });
  await link(userId, 'google');
  await page.goto('/settings');
  await expect(page.getByText('Para quitar una, necesitas una contraseña')).toBeVisible();
  await expect(
    page.getByRole('button', { name: t('settings.providers.remove'), exact: true }),
  ).toHaveCount(0);
});

/** As after a first sign-in through a provider. */
async function link(userId: string, ...providers: string[]): Promise<void> {
  const { db } = await domain();
  await db.providerLink.createMany({
    data: providers.map((provider) => ({ provider, providerAccountId: randomUUID(), userId })),
  });
}
