import type { Page } from '@playwright/test';
import type { Mail } from '@/tests/support/mailbox';
import { askForAccount, confirmAccount, invite } from './accounts';
import { elsewhere, expect, prefer, t, test, words } from './fixtures';
import type { Language } from './language';
import { linkIn, mailTo } from './mail';
import { newEmail, own, PASSWORD } from './people';

test.use({ locale: 'es-ES' });

/** Asks for a new password, and waits for its mail. */
async function askForPassword(page: Page, email: string, language: Language): Promise<Mail> {
  const t = words[language];
  await page.goto('/forgot-password');
  await page.getByLabel(t('fields.email')).fill(email);
  await page.getByRole('button', { name: t('forgotPassword.submit') }).click();
  await expect(page.getByRole('main')).toContainText(email);
  return mailTo(email, new RegExp(t('mail.resetPassword.subject')));
}

/** Chooses a language with the switch in the header. */
async function switchTo(page: Page, language: Language): Promise<void> {
  await page.getByRole('button', { name: language, exact: true }).first().click();
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}

test.use(elsewhere());

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

for (const language of ['en', 'es'] as const) {
  const t = words[language];
  const other = language === 'en' ? 'es' : 'en';

  test(`a mailed link survives a reload and a switch of language, and its code is nowhere, in ${language}`, async ({
    as,
  }) => {
    const page = await as(null);
    await prefer(page, language);
    const urls: string[] = [];
    page.on('request', (request) => urls.push(request.url(), request.headers().referer ?? ''));
    const newcomer = await askForAccount(page, { language });
    const owner = await as(null);
    const { email } = await own(owner, { language, workspace: 'Taller' });
    const forgetful = await askForPassword(page, email, language);
    const guestEmail = newEmail();
    await invite(owner, t, guestEmail, 'USER');
    const guest = await mailTo(guestEmail, /./);

    for (const mail of [newcomer, forgetful, guest]) {
      const field = page.getByLabel(t('fields.newPassword'));
      await page.goto(linkIn(mail));
      await expect(field).toBeVisible();
      // It had the focus in the form that is gone; no ring runs around the page.
      await expect(page.getByRole('main')).toBeFocused();
      await expect(page.getByRole('main')).toHaveCSS('outline-style', 'none');
      // Password managers store the password with it.
      await expect(page.locator('input[autocomplete=username]')).toHaveValue(mail.to);
      expect(page.url()).not.toContain('#');
      await switchTo(page, other);
      await expect(page.getByLabel(words[other]('fields.newPassword'))).toBeVisible();
      expect(page.url()).not.toContain('#');
      await page.reload();
      await expect(page.getByLabel(words[other]('fields.newPassword'))).toBeVisible();
      expect(page.url()).not.toContain('#');
      await switchTo(page, language);
      await page.goBack();
      expect(page.url()).not.toContain('#');
      await page.goForward();
      await expect(field).toBeVisible();
      expect(page.url()).not.toContain('#');
      expect(await page.content()).not.toContain(mail.token);
      await expect(page.getByLabel(t('mailedLink.code'))).toBeHidden();
      expect(urls.filter((url) => url.includes(mail.token))).toEqual([]);
      for (const path of ['/', '/sign-in', '/plans']) {
        const { headers } = await sentTo(page, path);
        expect(headers.cookie ?? '').not.toContain(mail.token);
      }
    }
  });

  test(`a used link says so at once and leads on, in ${language}`, async ({ as }) => {
    const page = await as(null);
    await prefer(page, language);
    const mail = await askForAccount(page, { language });
    await page.goto(linkIn(mail));
    await confirmAccount(page, { language });
    await page.goBack();
    await expect(page.getByLabel(t('fields.newPassword'))).toHaveCount(0);
    await page.goto(linkIn(mail));
    await expect(heading(page)).toHaveText(t('mailedLink.dead.title'));
    await expect(page.getByLabel(t('fields.newPassword'))).toHaveCount(0);
    await page
      .getByRole('main')
      .getByRole('link', { name: t('home.openApp') })
      .click();
    await expect(heading(page)).toHaveText(t('apiKeys.title'));

    const elsewhere = await as(null);
    await prefer(elsewhere, language);
    await elsewhere.goto(linkIn(mail));
    await expect(heading(elsewhere)).toHaveText(t('mailedLink.dead.title'));
    await elsewhere.reload();
    await expect(heading(elsewhere)).toHaveText(t('mailedLink.dead.title'));
    const main = elsewhere.getByRole('main');
    await expect(main.getByRole('link', { name: t('site.signIn') })).toBeVisible();
    await main.getByRole('link', { name: t('mailedLink.again') }).click();
    await expect(elsewhere).toHaveURL(/\/register$/);
  });
}

test('a browser without cookies is told so by the page of a mailed link', async ({ as }) => {
  const mail = await askForAccount(await as(null));
  const page = await as(null);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setDocumentCookieDisabled', { disabled: true });
  await page.goto(linkIn(mail));
  await expect(page.getByRole('main').getByRole('alert')).toContainText(t('mailedLink.blocked'));
  await devtools.send('Emulation.setDocumentCookieDisabled', { disabled: false });
  await page.reload();
  await expect(page.getByLabel(t('fields.newPassword'))).toBeVisible();

  const plain = await as(null, { javaScriptEnabled: false });
  await plain.route('**/register/confirm', async (route) => {
    const response = await route.fetch({ maxRedirects: 0 });
    const { 'set-cookie': _, ...headers } = response.headers();
    await plain.context().clearCookies();
    await route.fulfill({ response, headers });
  });
  await plain.goto('/register/confirm');
  await expect(plain.getByRole('main').getByRole('alert')).toHaveCount(0);
  await plain.getByLabel(t('mailedLink.code')).fill(mail.token);
  await plain.getByRole('button', { name: t('mailedLink.open') }).click();
  await expect(plain.getByRole('main').getByRole('alert')).toContainText(t('mailedLink.blocked'));
});

test('a form belongs to the link that its page showed, whatever another tab has opened', async ({
  as,
}) => {
  const page = await as(null);
  const first = await askForAccount(page);
  const second = await askForAccount(page);
  await page.goto(linkIn(first));
  await expect(page.getByRole('main')).toContainText(first.to);
  const tab = await page.context().newPage();
  await tab.goto(linkIn(second));
  await expect(tab.getByRole('main')).toContainText(second.to);
  await page.getByLabel(t('fields.newPassword')).fill(PASSWORD);
  await page.getByLabel(t('fields.workspaceName')).fill('First');
  await page
    .getByRole('button', { name: t('site.register') })
    .last()
    .click();
  await expect(page.getByText(t('refusals.other_link'))).toBeVisible();

  // A link that is followed in the tab of another one loads no page.
  await page.goto(linkIn(first));
  await expect(page.getByText(t('refusals.other_link'))).toBeHidden();
  await expect(page.getByRole('main')).toContainText(first.to);
  await confirmAccount(page);
  await page.getByRole('button', { name: t('shell.account', { email: first.to }) }).click();
});

for (const language of ['en', 'es'] as const) {
  const t = words[language];

  test(`a registration needs but a password once it is confirmed, in ${language}`, async ({
    as,
  }) => {
    const page = await as(null);
    await prefer(page, language);
    const mail = await askForAccount(page, { language });
    await page.goto(linkIn(mail));
    const suggested = t('register.firstWorkspace', { name: 'Robin Doe' });
    await expect(page.getByLabel(t('fields.workspaceName'))).toHaveValue(suggested);
    await page.getByLabel(t('fields.newPassword')).fill(PASSWORD);
    await page.getByLabel(t('fields.newPassword')).press('Enter');
    await expect(page.getByRole('button', { name: new RegExp(suggested) })).toBeVisible();
    await page.goto('/settings');
    await expect(page.locator('input[autocomplete=username]')).toHaveValue(mail.to);
  });
}

test('a link whose # was escaped on its way opens, and its code leaves the address', async ({
  as,
}) => {
  const mail = await askForAccount(await as(null));
  const page = await as(null);
  await page.goto(linkIn(mail).replace('#', '%23'));
  await expect(page.getByLabel(t('fields.newPassword'))).toBeVisible();
  await expect(page).toHaveURL(/\/register\/confirm$/);
});

test('without JavaScript a newer code opens where an older one is dead', async ({ as }) => {
  const page = await as(null);
  const { email } = await own(page);
  const used = await askForPassword(await as(null), email, 'es');
  const plain = await as(null, { javaScriptEnabled: false });
  await plain.goto('/reset-password');
  await plain.getByLabel(t('mailedLink.code')).fill(used.token.replace(/./g, 'x'));
  await plain.getByRole('button', { name: t('mailedLink.open') }).click();
  await expect(heading(plain)).toHaveText(t('mailedLink.dead.title'));
  await plain.getByText(t('mailedLink.other')).click();
  await plain
    .getByLabel(t('mailedLink.code'))
    .fill(`http://localhost/reset-password#${used.token}`);
  await plain.getByRole('button', { name: t('mailedLink.open') }).click();
  await expect(plain.getByRole('main')).toContainText(`Para ${email}`);
  await plain.reload();
  await plain.getByLabel(t('fields.newPassword')).fill('six other words and a heron');
  await plain.getByRole('button', { name: t('resetPassword.submit') }).click();
  await expect(heading(plain)).toHaveText(t('shell.apiKeys'));
  await plain.goto('/reset-password');
  await expect(heading(plain)).toHaveText(t('mailedLink.dead.title'));
});

/** What the browser sends when it visits a page. */
async function sentTo(page: Page, path: string) {
  const tab = await page.context().newPage();
  const asked = tab.waitForRequest((request) => new URL(request.url()).pathname === path);
  await tab.goto(path);
  const headers = await (await asked).allHeaders();
  await tab.close();
  return { headers };
}
