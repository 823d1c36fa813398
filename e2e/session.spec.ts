import { expect, test } from './fixtures';
import {
  closeReveal,
  confirmation,
  generateButton,
  makeKey,
  nameField,
  openKeys,
  revokeButton,
  rowOf,
  statusOf,
} from './keys';
import { own, PASSWORD } from './people';
import { DEMO_PASSWORD, signIn } from './sign-in';

test('someone signed out goes to sign-in and comes back to where they wanted to go', async ({
  page,
}) => {
  await page.goto('/api-keys');
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=.*%2Fapi-keys$/);
  await page.getByLabel('Email').fill('owner@umbrella.test');
  await page.getByLabel('Password').fill(DEMO_PASSWORD);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/api-keys$/);
});

test('a sign-in address kept from another day still signs in', async ({ page, baseURL }) => {
  await page.goto(`/sign-in?callbackUrl=${encodeURIComponent(`${baseURL}/invoices`)}`);
  await page.getByLabel('Email').fill('user@acme.test');
  await page.getByLabel('Password').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL('/invoices');
});

test("a copy of the cookie is dead after sign-out, and so is what it's sent to", async ({
  as,
  request,
}) => {
  const page = await as('owner@umbrella.test');
  await page.goto('/api-keys');
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const asBefore = { headers: { cookie }, maxRedirects: 0 };
  expect((await request.get('/api-keys', asBefore)).status()).toBe(200);

  await page.getByRole('button', { name: 'Account of owner@umbrella.test' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/$/);
  await page.goto('/api-keys');
  await expect(page).toHaveURL(/\/sign-in/);

  const replayed = await request.get('/api-keys', asBefore);
  expect(replayed.status()).toBe(307);
  expect(replayed.headers().location).toMatch(/^\/sign-in/);
});

test('next-auth reads and ends no session: only the product does', async ({ as }) => {
  const page = await as('owner@umbrella.test');
  const { csrfToken } = await (await page.request.get('/api/auth/csrf')).json();
  const form = { csrfToken, json: 'true' };
  expect((await page.request.get('/api/auth/session')).status()).toBe(404);
  expect((await page.request.post('/api/auth/signout', { form })).status()).toBe(404);
  expect((await page.request.get('/api-keys', { maxRedirects: 0 })).status()).toBe(200);
});

test('a new session id is given at each sign-in, and the former is dead', async ({
  page,
  request,
}) => {
  const sessionCookie = async () => {
    const cookies = await page.context().cookies();
    const { name, value } = cookies.find((cookie) => cookie.name.endsWith('.session')) ?? {};
    return `${name}=${value}`;
  };
  const opens = async (cookie: string) =>
    (await request.get('/api-keys', { headers: { cookie }, maxRedirects: 0 })).status();
  await signIn(page, 'owner@umbrella.test');
  const first = await sessionCookie();
  expect(await opens(first)).toBe(200);
  await signIn(page, 'owner@umbrella.test');
  const second = await sessionCookie();
  expect(second).not.toBe(first);
  expect(await opens(second)).toBe(200);
  expect(await opens(first)).toBe(307);
});

test('sign-in never leads to another site', async ({ page, baseURL, guard }) => {
  guard.allowStatus(404);
  for (const url of [
    '//evil.example',
    'https://evil.example/x',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    'javascript:1',
  ]) {
    await page.context().clearCookies({ name: 'zendrhax.session' });
    await page.goto(`/sign-in?callbackUrl=${encodeURIComponent(url)}`);
    await page.getByLabel('Email').fill('owner@umbrella.test');
    await page.getByLabel('Password').fill(DEMO_PASSWORD);
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await expect(page).not.toHaveURL(/sign-in/);
    // What is still on its way must not meet the cookies of the next round.
    await page.waitForLoadState();
    expect(new URL(page.url()).origin).toBe(baseURL);
  }
});

test('a session that ended in the middle of Generate says so, and gives back what was typed', async ({
  page,
}) => {
  const { email } = await own(page);
  await openKeys(page);
  await page.getByText('Options').click();
  await page.getByLabel('Access').selectOption('Read only');
  await page.getByLabel('Expires').selectOption('In 90 days');
  await nameField(page).fill('Typed before');
  await page.context().clearCookies({ name: 'zendrhax.session' });
  await generateButton(page).click();
  await expect(page.getByText('Your session had ended, so nothing was created or')).toBeVisible();
  await expect(page).not.toHaveURL(/Typed/);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();

  await expect(nameField(page)).toHaveValue('Typed before');
  await expect(nameField(page)).toBeFocused();
  await expect(page.getByLabel('Access')).toHaveValue('read');
  await expect(page.getByLabel('Expires')).toHaveValue('90');
  await expect(page.getByText('It is what you had typed before')).toBeVisible();
  await expect(page.getByText('No active keys')).toBeVisible();
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  await generateButton(page).click();
  await closeReveal(page);
  await expect(rowOf(page, 'Typed before')).toContainText('Read only');
  await expect(page.getByText('It is what you had typed before')).toBeHidden();
  await page.reload();
  await expect(page.locator('#key-name')).toHaveValue('');
});

test('a session that ended in the middle of Revoke says so, and the key is alive', async ({
  page,
  request,
}) => {
  const { email } = await own(page);
  const key = await makeKey(page, 'Still alive');
  await revokeButton(rowOf(page, 'Still alive')).click();
  await page.context().clearCookies({ name: 'zendrhax.session' });
  await confirmation(page).getByRole('button', { name: 'Revoke key' }).click();
  await expect(page.getByText('Your session had ended, so nothing was created or')).toBeVisible();
  expect(await statusOf(request, key)).toBe(200);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(rowOf(page, 'Still alive')).toBeVisible();
});

test('without script a form that met the end of a session says so too', async ({ as }) => {
  const plain = await as(null, { javaScriptEnabled: false });
  const { email } = await own(plain);
  await plain.goto('/settings');
  await plain.context().clearCookies({ name: 'zendrhax.session' });
  await plain.getByRole('button', { name: 'Save', exact: true }).first().click();
  await expect(plain.getByRole('alert')).toContainText('Your session had ended');
  await plain.getByLabel('Email').fill(email);
  await plain.getByLabel('Password').fill(PASSWORD);
  await plain.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(plain).toHaveURL(/\/settings$/);
});

test('someone who opens a page signed out is told nothing about a session', async ({ page }) => {
  await page.goto('/api-keys');
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.getByText('Your session had ended')).toHaveCount(0);
});

for (const javaScriptEnabled of [true, false]) {
  test(`a first sign-in works beside the cookie of another installation, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    as,
  }) => {
    const page = await as(null, { javaScriptEnabled });
    const url = String(process.env.NEXTAUTH_URL);
    const value = `${'a'.repeat(64)}|${'b'.repeat(64)}`;
    await page.context().addCookies([{ name: 'zendrhax.csrf', value, url, httpOnly: true }]);
    await page.goto('/sign-in');
    await page.getByLabel('Email').fill('user@acme.test');
    await page.getByLabel('Password').fill(DEMO_PASSWORD);
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await expect(page).toHaveURL('/invoices');
  });

  test(`a form whose token is not its cookie’s says that it had expired, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    as,
  }) => {
    const page = await as(null, { javaScriptEnabled });
    await page.goto('/sign-in');
    await page.getByLabel('Email').fill('user@acme.test');
    await page.getByLabel('Password').fill(DEMO_PASSWORD);
    await page.route('**/api/auth/callback/credentials', async (route) => {
      const body = String(route.request().postData()).replace(/csrfToken=\w+/, 'csrfToken=other');
      await route.continue({ postData: body });
    });
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('main').getByRole('alert')).toContainText('This form had expired');
  });
}
