import { newEmail, PASSWORD, register, signInAs } from './accounts';
import { expect, prefer, said, test, words } from './fixtures';
import { closeReveal, generate, KEY } from './keys';
import { linkIn, mailTo } from './mail';

for (const language of ['en', 'es'] as const) {
  const t = words[language];

  test(`from registration to the first call of the API, in ${language}`, async ({ as }) => {
    const page = await as(null);
    await register(page, { language, workspace: 'La tienda' });
    await expect(page.getByRole('button', { name: /La tienda/ })).toBeVisible();
    await expect(page.getByText(t('apiKeys.table.empty.title'))).toBeVisible();

    const key = await generate(page, 'First');
    expect(key).toMatch(KEY);
    await closeReveal(page);
    const answer = await page.request.get('/api/me', {
      headers: { Authorization: `Bearer ${key}` },
    });
    expect(answer.status()).toBe(200);
    expect((await answer.json()).workspace).toMatchObject({ name: 'La tienda', plan: 'free' });
  });

  test(`a forgotten password, in ${language}`, async ({ as, guard }) => {
    guard.allowStatus(401);
    const page = await as(null);
    const { email } = await register(page, { language });
    const visitor = await as(null);
    await prefer(visitor, language);
    await visitor.goto('/sign-in');
    await visitor.getByRole('link', { name: t('signIn.forgot') }).click();
    await expect(visitor.getByRole('heading', { level: 1 })).toHaveText(t('forgotPassword.title'));
    await visitor.getByLabel(t('fields.email')).fill(email);
    await visitor.getByRole('button', { name: t('forgotPassword.submit') }).click();
    await expect(visitor.getByRole('main')).toContainText(email);

    const mail = await mailTo(email, new RegExp(t('mail.resetPassword.subject')));
    await visitor.goto(linkIn(mail));
    await expect(visitor).toHaveURL(/\/reset-password$/);
    await visitor.getByLabel(t('fields.newPassword')).fill('password');
    await visitor.getByRole('button', { name: t('resetPassword.submit') }).click();
    await expect(visitor.getByText(t('fieldErrors.password_common'))).toBeVisible();
    await visitor.getByLabel(t('fields.newPassword')).fill('six other words and a heron');
    await visitor.getByRole('button', { name: t('resetPassword.submit') }).click();
    await expect(visitor.getByRole('heading', { level: 1 })).toHaveText(t('apiKeys.title'));

    // The other browser is signed out, and the old password is of no use.
    await page.goto('/api-keys');
    await expect(page).toHaveURL(/\/sign-in/);
    await signInAs(page, email, PASSWORD);
    await expect(page.getByText(t('client.signIn.wrong'))).toBeVisible();

    await visitor.goto(linkIn(mail));
    await expect(visitor.getByRole('heading', { level: 1 })).toHaveText(t('mailedLink.dead.title'));
  });
}

test('what was typed survives a refusal, and the first wrong field has the focus', async ({
  as,
}) => {
  const page = await as(null);
  await page.goto('/register');
  await page.getByLabel('Your name').fill('Robin Doe');
  await page.getByLabel('Email').fill('nobody');
  await page.getByRole('main').getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByText('This is not an email address.')).toBeVisible();
  await expect(page.getByLabel('Email')).toBeFocused();
  await expect(page.getByLabel('Your name')).toHaveValue('Robin Doe');
});

test('registration and recovery work without JavaScript, by the code in the mail', async ({
  as,
}) => {
  const page = await as(null, { javaScriptEnabled: false });
  const email = newEmail();
  await page.goto('/register');
  await page.getByLabel('Your name').fill('Robin Doe');
  await page.getByLabel('Email').fill(email);
  await page.getByRole('main').getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('main')).toContainText(email);
  const { token } = await mailTo(email, /Confirm/);
  await page.goto('/register/confirm');
  await page.getByLabel('Code from the email').fill(token.slice(1));
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('This is not a code from our emails.')).toBeVisible();
  await page.getByLabel('Code from the email').fill(` ${token} `);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('New password').fill(PASSWORD);
  await page.getByLabel('Name of the workspace').fill('Plain');
  await page.getByRole('button', { name: 'Create account' }).last().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('API keys');
});

test('too many wrong passwords are told as such', async ({ as, guard }) => {
  guard.allowStatus(401);
  const page = await as(null);
  const email = newEmail();
  await page.goto('/sign-in');
  await page.locator('#email').fill(email);
  for (let times = 0; times < 11; times++) {
    await page.locator('#password').fill(`wrong ${times}`);
    const answered = page.waitForResponse(/callback\/credentials/);
    await page.locator('#password').press('Enter');
    await answered;
    await expect(page.getByRole('main').getByRole('button', { name: 'Sign in' })).toBeEnabled();
  }
  await expect(page.getByText('Too many wrong passwords')).toBeVisible();
});

test('settings: a new name, a new password, and out everywhere else', async ({ as, guard }) => {
  guard.allowStatus(401);
  const page = await as(null);
  const { email } = await register(page);
  const phone = await as(null);
  await signInAs(phone, email);
  await expect(phone).toHaveURL(/\/api-keys$/);

  await page.goto('/settings');
  const devices = page.getByRole('listitem').filter({ hasText: 'Chrome, Windows' });
  await expect(devices).toHaveCount(2);
  await page.getByLabel('Your name').fill('Robin Roe');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(said(page)).toContainText('is now');
  await page.reload();
  await expect(page.getByLabel('Your name')).toHaveValue('Robin Roe');

  await page.getByLabel('Your password').fill('not this one');
  await page.getByRole('button', { name: 'Sign out there' }).click();
  await expect(page.getByText('This password is wrong.')).toBeVisible();
  await expect(devices).toHaveCount(2);
  await page.getByLabel('Your password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign out there' }).click();
  await expect(devices).toHaveCount(1);
  await phone.goto('/invoices');
  await expect(phone).toHaveURL(/\/sign-in/);

  await signInAs(phone, email);
  await expect(phone).toHaveURL(/\/invoices$|\/api-keys$/);
  await page.getByLabel('Current password').fill('not this one');
  await page.getByLabel('New password').fill('six other words and a heron');
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('This password is wrong.')).toBeVisible();
  await page.getByLabel('Current password').fill(PASSWORD);
  await page.getByLabel('New password').fill('six other words and a heron');
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('Your password has changed')).toBeVisible();
  await mailTo(email, /password was changed/);
  await phone.goto('/invoices');
  await expect(phone).toHaveURL(/\/sign-in/);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings');
});

for (const language of ['en', 'es'] as const) {
  const t = words[language];

  test(`one session is ended by itself, without JavaScript too, in ${language}`, async ({ as }) => {
    const page = await as(null);
    const { email } = await register(page, { language });
    const [phone, tablet] = [await as(null), await as(null)];
    for (const other of [phone, tablet]) {
      await signInAs(other, email);
      await expect(other).toHaveURL(/\/api-keys$/);
    }
    const plain = await as(null, { javaScriptEnabled: false });
    await prefer(plain, language);
    await plain.goto('/sign-in');
    await plain.locator('#email').fill(email);
    await plain.locator('#password').fill(PASSWORD);
    await plain.locator('#password').press('Enter');
    await expect(plain).toHaveURL(/\/api-keys$/);
    await plain.goto('/settings');
    await expect(plain.getByRole('combobox').locator('option')).toHaveCount(4);
    await plain.getByLabel(t('settings.sessions.which')).selectOption({ index: 1 });
    await plain.getByLabel(t('settings.sessions.password')).fill(PASSWORD);
    await plain.getByRole('button', { name: t('settings.sessions.end') }).click();
    await expect(plain.getByText(t('settings.sessions.done'))).toBeVisible();
    await expect(plain.getByRole('combobox').locator('option')).toHaveCount(3);
  });
}

test('a browser that was signed in before stays a way in while strangers guess', async ({
  as,
  guard,
}) => {
  guard.allowStatus(401);
  const page = await as(null);
  const { email } = await register(page);
  await page.getByRole('button', { name: `Account of ${email}` }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/$/);

  const stranger = await as(null);
  await stranger.goto('/sign-in');
  await stranger.locator('#email').fill(email);
  for (let times = 0; times < 11; times++) {
    await stranger.locator('#password').fill(`wrong ${times}`);
    const answered = stranger.waitForResponse(/callback\/credentials/);
    await stranger.locator('#password').press('Enter');
    await answered;
    await expect(stranger.getByRole('main').getByRole('button', { name: 'Sign in' })).toBeEnabled();
  }
  await expect(stranger.getByText('Too many wrong passwords')).toBeVisible();

  await signInAs(page, email);
  await expect(page).toHaveURL(/\/api-keys$/);
});

test('a borrowed browser does not guess the password in the settings', async ({ as }) => {
  const { email } = await register(await as(null));
  const page = await as(null);
  await signInAs(page, email);
  await expect(page).toHaveURL(/\/api-keys$/);
  await page.goto('/settings');
  for (let times = 0; times < 11; times++) {
    await page.getByLabel('Current password').fill(`wrong ${times}`);
    await page.getByLabel('New password').fill('six other words and a heron');
    await page.getByRole('button', { name: 'Change password' }).click();
    const refused = times < 10 ? 'This password is wrong.' : 'Too many attempts.';
    await expect(page.getByText(refused)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Change password' })).toBeEnabled();
  }
});

test('the language someone picks is the language of their mails', async ({ as }) => {
  const page = await as(null);
  const { email } = await register(page);
  await page.goto('/settings');
  await page.getByRole('main').getByRole('button', { name: 'es', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ajustes');
  const visitor = await as(null);
  await visitor.goto('/forgot-password');
  await visitor.getByLabel('Email').fill(email);
  await visitor.getByRole('button', { name: 'Send link' }).click();
  await mailTo(email, /Elige una contraseña nueva/);
});
