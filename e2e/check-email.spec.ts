import type { Page } from '@playwright/test';
import { elsewhere, expect, prefer, t, test, words } from './fixtures';
import { linkIn, mailTo } from './mail';
import { newEmail, own } from './people';

test.use({ locale: 'es-ES' });

test.use(elsewhere());

const main = (page: Page) => page.getByRole('main');

for (const language of ['en', 'es'] as const) {
  const t = words[language];

  for (const [flow, path, subject] of [
    ['register', '/register', 'confirmRegistration'],
    ['forgotPassword', '/forgot-password', 'resetPassword'],
  ] as const) {
    for (const javaScriptEnabled of [true, false]) {
      const how = javaScriptEnabled ? 'by clicking' : 'without JavaScript';

      test(`"check your email" sends again and elsewhere, after ${path}, ${how}, in ${language}`, async ({
        as,
      }) => {
        const known =
          flow === 'register' ? newEmail() : (await own(await as(null), { language })).email;
        const mistyped = newEmail();
        const page = await as(null, { javaScriptEnabled });
        await prefer(page, language);
        await page.goto(path);
        if (flow === 'register') await page.getByLabel(t('fields.name')).fill('Robin Doe');
        await page.getByLabel(t('fields.email')).fill(mistyped);
        await main(page)
          .getByRole('button', { name: t(`${flow}.submit`) })
          .click();
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('checkEmail.title'));
        await expect(page).toHaveURL(new RegExp(`${path}/sent$`));
        await expect(main(page)).toContainText(mistyped);
        await page.reload();
        await expect(main(page)).toContainText(mistyped);

        const first = await mailTo(mistyped, /./);
        await page.getByRole('button', { name: t('checkEmail.again') }).click();
        const again = t('checkEmail.sentAgain', { email: mistyped });
        await expect(page.getByRole('status').getByText(again)).toBeVisible();
        if (flow === 'register') {
          await expect.poll(async () => (await mailTo(mistyped, /./)).token).not.toBe(first.token);
        }

        await page.getByLabel(t('fields.email')).fill('');
        await page.getByRole('button', { name: t('checkEmail.elsewhere.submit') }).click();
        await expect(page.getByLabel(t('fields.email'))).toHaveAttribute('aria-invalid');
        await page.getByLabel(t('fields.email')).fill(known);
        await page.getByRole('button', { name: t('checkEmail.elsewhere.submit') }).click();
        await expect(page.getByRole('status').getByText(known)).toBeVisible();
        await expect(main(page).locator('strong')).toHaveText(known);
        const mail = await mailTo(known, new RegExp(t(`mail.${subject}.subject`)));
        expect(mail.token).not.toBe('');
        await page.reload();
        await expect(main(page).locator('strong')).toHaveText(known);
      });
    }
  }
}

test('who has asked for nothing is led to where one asks', async ({ page }) => {
  await page.goto('/register/sent');
  await expect(page).toHaveURL(/\/register$/);
  await page.goto('/forgot-password/sent');
  await expect(page).toHaveURL(/\/forgot-password$/);
});

test('an address with an account gets the same page, and a mail that says so', async ({ as }) => {
  const { email } = await own(await as(null));
  const page = await as(null);
  await page.goto('/register');
  await page.getByLabel(t('fields.name')).fill('Somebody');
  await page.getByLabel(t('fields.email')).fill(email);
  await main(page)
    .getByRole('button', { name: t('site.register') })
    .click();
  await expect(main(page)).toContainText(`Un enlace va de camino a ${email}.`);
  expect(linkIn(await mailTo(email, new RegExp(t('mail.alreadyRegistered.subject'))))).toBe(
    '/sign-in',
  );
});
