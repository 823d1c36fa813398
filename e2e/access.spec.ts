import type { APIRequestContext, Page, Request } from '@playwright/test';
import { expect, prefer, signIn, test } from './fixtures';
import {
  closeReveal,
  confirmation,
  generate,
  listed,
  makeKey,
  revoke,
  revokeButton,
  rowOf,
} from './keys';
import { DEMO_PASSWORD } from './sign-in';

/** A server action's request as a browser sent it, to be sent again by someone else. */
type Action = { headers: Record<string, string>; body: Buffer };

async function actionOf(request: Request): Promise<Action> {
  const headers = await request.allHeaders();
  const kept = Object.entries(headers).filter(([name]) =>
    ['accept', 'content-type', 'next-action', 'next-router-state-tree', 'origin'].includes(name),
  );
  return { headers: Object.fromEntries(kept), body: request.postDataBuffer() as Buffer };
}

const replay = (by: APIRequestContext, { headers, body }: Action, changed = {}) =>
  by.fetch('/api-keys', {
    method: 'POST',
    headers: { ...headers, ...changed },
    data: body,
    maxRedirects: 0,
  });

/** Makes a key as the Owner does, and catches the request that did it. */
async function catchCreate(page: Page, name: string): Promise<{ action: Action; key: string }> {
  await page.goto('/api-keys');
  const sent = page.waitForRequest((request) => request.method() === 'POST');
  const key = await generate(page, name);
  const action = await actionOf(await sent);
  await closeReveal(page);
  return { action, key };
}

/** Catches the request that would revoke a key, on its way: the key stays. */
async function catchRevoke(page: Page, name: string): Promise<Action> {
  await page.goto('/api-keys');
  await page.route('**/api-keys', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
  const sent = page.waitForRequest((request) => request.method() === 'POST');
  await revokeButton(rowOf(page, name)).click();
  await confirmation(page).getByRole('button', { name: 'Revoke key' }).click();
  const action = await actionOf(await sent);
  await page.unroute('**/api-keys');
  return action;
}

/** Runs attempts that must not do anything, and looks whether they did. */
async function expectNoChange(page: Page, attempts: () => Promise<void>): Promise<void> {
  const before = await listed(page);
  await attempts();
  expect(await listed(page)).toEqual(before);
}

async function switchTo(page: Page, workspace: string): Promise<void> {
  await page.getByRole('button', { name: /Switch workspace/ }).click();
  await page.getByRole('button', { name: new RegExp(`^${workspace}`) }).click();
  await expect(page.getByRole('button', { name: `now ${workspace}` })).toBeVisible();
}

test('no key is made in a workspace that another tab switched to', async ({ as }) => {
  const page = await as('owner@acme.test');
  await page.goto('/api-keys');
  const otherTab = await page.context().newPage();
  await otherTab.goto('/invoices');
  await switchTo(otherTab, 'Globex');

  await page.getByLabel('Name').fill('Meant for Acme');
  await page.getByRole('button', { name: 'Generate' }).click();
  await expect(page.getByText('You switched to Globex in another tab')).toBeVisible();
  await switchTo(otherTab, 'Acme');
  await otherTab.goto('/api-keys');
  await expect(otherTab.getByText('Meant for Acme')).toHaveCount(0);
});

test('a sign-in address kept from another day still signs in', async ({ page, baseURL }) => {
  await page.goto(`/sign-in?callbackUrl=${encodeURIComponent(`${baseURL}/invoices`)}`);
  await page.getByLabel('Email').fill('user@acme.test');
  await page.getByLabel('Password').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL('/invoices');
});

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

for (const [email, role] of [
  ['admin@acme.test', { en: 'an Admin', es: 'administrador' }],
  ['user@acme.test', { en: 'a User', es: 'usuario' }],
] as const) {
  test(`${email} gets 403 and a page that says why`, async ({ as, guard }) => {
    guard.allowStatus(403);
    const page = await as(email);
    const titles = {
      en: 'Only the Owner manages API keys',
      es: 'Solo el propietario gestiona las claves de API',
    };
    for (const locale of ['en', 'es'] as const) {
      await prefer(page, locale);
      expect((await page.goto('/api-keys'))?.status()).toBe(403);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(titles[locale]);
      await expect(page.getByRole('main')).toContainText(role[locale]);
      await expect(page.getByRole('main')).toContainText('Olivia Marsh');
      await expect(page.getByRole('navigation').getByRole('link')).toHaveCount(1);
      await expect(page.getByRole('link', { name: /API/ })).toHaveCount(0);
    }
  });
}

test('someone who owns one workspace and is Admin of another gets 403 in the other', async ({
  as,
  guard,
}) => {
  guard.allowStatus(403);
  const page = await as('owner@acme.test');
  await page.goto('/invoices');
  await switchTo(page, 'Globex');
  expect((await page.goto('/api-keys'))?.status()).toBe(403);
  await expect(page.getByRole('main')).toContainText('an Admin of Globex');
  await switchTo(page, 'Acme');
  expect((await page.goto('/api-keys'))?.status()).toBe(200);
});

test('the server actions do nothing for who is not the Owner, whatever they post', async ({
  as,
  hold,
  request,
  guard,
}) => {
  await hold('Acme');
  guard.allow(/Failed to load resource: net::ERR_FAILED/);
  const owner = await as('owner@acme.test');
  const { action: create, key } = await catchCreate(owner, 'Replayed');
  const revocation = await catchRevoke(owner, 'Replayed');
  const admin = await as('admin@acme.test');
  const user = await as('user@acme.test');

  await expectNoChange(owner, async () => {
    for (const who of [admin, user]) {
      for (const action of [create, revocation]) {
        const answer = await replay(who.request, action);
        expect(answer.status()).toBe(403);
        expect(await answer.text()).not.toMatch(/sk_[0-9a-f]{64}/);
      }
    }
    for (const action of [create, revocation]) {
      const answer = await replay(request, action);
      expect(answer.headers()['x-action-redirect']).toMatch(/^\/sign-in/);
      expect(await answer.text()).not.toMatch(/sk_[0-9a-f]{64}/);
    }
  });
  const headers = { Authorization: `Bearer ${key}` };
  expect((await request.get('/api/me', { headers })).status()).toBe(200);

  // The same requests from the Owner do work: it was the person that made the difference.
  expect((await replay(owner.request, revocation)).status()).toBe(200);
  expect((await request.get('/api/me', { headers })).status()).toBe(401);
  expect((await replay(owner.request, create)).status()).toBe(200);
  await owner.goto('/api-keys');
  await revoke(owner, rowOf(owner, 'Replayed'));
});

test("the Owner of another workspace can't revoke a key by its id", async ({
  as,
  hold,
  request,
  guard,
}) => {
  await hold('Acme');
  guard.allow(/Failed to load resource: net::ERR_FAILED/);
  const owner = await as('owner@acme.test');
  const key = await makeKey(owner, 'Foreign');
  const revocation = await catchRevoke(owner, 'Foreign');
  const stranger = await as('owner@globex.test');
  const answer = await replay(stranger.request, revocation);
  expect(await answer.text()).toContain('This key is no longer in the workspace.');
  const headers = { Authorization: `Bearer ${key}` };
  expect((await request.get('/api/me', { headers })).status()).toBe(200);
  await owner.goto('/api-keys');
  await revoke(owner, rowOf(owner, 'Foreign'));
});

test('an action from another origin fails, with the Owner’s cookies too', async ({
  as,
  hold,
  request,
  guard,
}) => {
  await hold('Acme');
  guard.allow(/Failed to load resource: net::ERR_FAILED/);
  const owner = await as('owner@acme.test');
  const { action: create, key } = await catchCreate(owner, 'Cross-site');
  const revocation = await catchRevoke(owner, 'Cross-site');

  await expectNoChange(owner, async () => {
    for (const origin of ['null', 'https://evil.example', 'http://localhost:1']) {
      for (const action of [create, revocation]) {
        const answer = await replay(owner.request, action, { origin });
        expect(answer.status(), `${origin}`).toBeGreaterThanOrEqual(400);
        expect(await answer.text()).not.toMatch(/sk_[0-9a-f]{64}/);
      }
    }
  });
  const headers = { Authorization: `Bearer ${key}` };
  expect((await request.get('/api/me', { headers })).status()).toBe(200);
  await owner.goto('/api-keys');
  await revoke(owner, rowOf(owner, 'Cross-site'));
});

test('a GET changes nothing, not even with the id of an action', async ({ as, hold, guard }) => {
  await hold('Acme');
  guard.allow(/Failed to load resource: net::ERR_FAILED/);
  const owner = await as('owner@acme.test');
  const { action: create } = await catchCreate(owner, 'By GET');
  const revocation = await catchRevoke(owner, 'By GET');
  const [id] = [revocation.headers['next-action']];

  await expectNoChange(owner, async () => {
    for (const action of [create, revocation]) {
      await owner.request.get('/api-keys', { headers: action.headers });
    }
    await owner.request.get(`/api-keys?name=By+GET&$ACTION_ID_${id}=`);
    await owner.request.get('/api/auth/signout');
  });
  const session = await owner.request.get('/api/auth/session');
  expect(await session.text()).toContain('owner@acme.test');
  await revoke(owner, rowOf(owner, 'By GET'));
});

test('a session opens no API route, by cookie or as a Bearer token', async ({ as, request }) => {
  const page = await as('owner@acme.test');
  const cookies = await page.context().cookies();
  const session = cookies.find(({ name }) => name.endsWith('zendrhax.session'));
  for (const path of ['/api/me', '/api/invoices']) {
    const byCookie = await page.request.get(path);
    expect(byCookie.status()).toBe(401);
    expect((await byCookie.json()).code).toBe('missing_credentials');
    const headers = { Authorization: `Bearer ${session?.value}` };
    const asBearer = await request.get(path, { headers });
    expect(asBearer.status()).toBe(401);
    expect((await asBearer.json()).code).toBe('invalid_api_key');
  }
});

test('an API key opens no page', async ({ as, hold, request }) => {
  await hold('Acme');
  const owner = await as('owner@acme.test');
  const { action: create, key } = await catchCreate(owner, 'For the API');
  const headers = { Authorization: `Bearer ${key}` };
  for (const path of ['/api-keys', '/invoices', '/workspace']) {
    const answer = await request.get(path, { headers, maxRedirects: 0 });
    expect(answer.status()).toBe(307);
    expect(answer.headers().location).toMatch(/^\/sign-in/);
  }
  await expectNoChange(owner, async () => {
    const cookie = `zendrhax.session=${key}`;
    for (const disguise of [headers, { cookie }]) {
      const answer = await replay(request, create, disguise);
      expect(answer.headers()['x-action-redirect']).toMatch(/^\/sign-in/);
    }
  });
  await revoke(owner, rowOf(owner, 'For the API'));
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
  expect(await (await request.get('/api/auth/session', asBefore)).text()).toContain('umbrella');

  await page.getByRole('button', { name: 'Account of owner@umbrella.test' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/$/);
  await page.goto('/api-keys');
  await expect(page).toHaveURL(/\/sign-in/);

  const replayed = await request.get('/api-keys', asBefore);
  expect(replayed.status()).toBe(307);
  expect(replayed.headers().location).toMatch(/^\/sign-in/);
  expect(await (await request.get('/api/auth/session', asBefore)).text()).not.toContain('umbrella');
});

test("next-auth's own sign-out kills the copy too", async ({ as, request }) => {
  const page = await as('owner@umbrella.test');
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const { csrfToken } = await (await page.request.get('/api/auth/csrf')).json();
  await page.request.post('/api/auth/signout', { form: { csrfToken, json: 'true' } });
  const replayed = await request.get('/api-keys', { headers: { cookie }, maxRedirects: 0 });
  expect(replayed.status()).toBe(307);
});

test('a new session id is given at each sign-in', async ({ page }) => {
  const session = async () =>
    (await page.context().cookies()).find(({ name }) => name.endsWith('.session'))?.value;
  await signIn(page, 'owner@umbrella.test');
  const first = await session();
  await signIn(page, 'owner@umbrella.test');
  expect(await session()).not.toBe(first);
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
    expect(new URL(page.url()).origin).toBe(baseURL);
  }
});
