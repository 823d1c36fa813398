import { register, signInAs } from './accounts';
import { expect, prefer, test, words } from './fixtures';
import { closeReveal, generate, KEY } from './keys';
import { linkIn, mailTo } from './mail';
import { newEmail, own, PASSWORD } from './people';

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
    const { email } = await own(page, { language });
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
