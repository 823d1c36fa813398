import type { Page } from '@playwright/test';
import { expect, t, test, words } from './fixtures';
import { closeReveal, confirmation, generate, listed, revokeButton, rowOf, statusOf } from './keys';
import { addKey, belong, own } from './people';
import { type Action, actionOf, catchAction, replay } from './replay';

test.use({ locale: 'es-ES' });

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
  return catchAction(page, async () => {
    await revokeButton(rowOf(page, name)).click();
    await confirmation(page)
      .getByRole('button', { name: t('client.revokeKey.confirm') })
      .click();
  });
}

/** Runs attempts that must not do anything, and looks whether they did. */
async function expectNoChange(page: Page, attempts: () => Promise<void>): Promise<void> {
  const before = await listed(page);
  await attempts();
  expect(await listed(page)).toEqual(before);
}

test('the server actions do nothing for who is not the Owner, whatever they post', async ({
  as,
  request,
  guard,
}) => {
  guard.allow(/Failed to load resource: net::ERR_FAILED/);
  const owner = await as(null);
  await own(owner, { plan: 'pro' });
  const { action: create, key } = await catchCreate(owner, 'Replayed');
  const revocation = await catchRevoke(owner, 'Replayed');
  const [admin, user] = [await as(null), await as(null)];
  await belong(admin, owner, { role: 'ADMIN' });
  await belong(user, owner);

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
  expect(await statusOf(request, key)).toBe(200);

  // The same requests from the Owner do work: it was the person that made the difference.
  expect((await replay(owner.request, revocation)).status()).toBe(200);
  expect(await statusOf(request, key)).toBe(401);
  expect((await replay(owner.request, create)).status()).toBe(200);
});

test("the Owner of another workspace can't revoke a key by its id", async ({
  as,
  request,
  guard,
}) => {
  guard.allow(/Failed to load resource: net::ERR_FAILED/);
  const owner = await as(null);
  await own(owner, { plan: 'pro' });
  const { secret: key } = await addKey(owner, 'Foreign');
  const revocation = await catchRevoke(owner, 'Foreign');
  const stranger = await as('owner@globex.test');
  await stranger.goto('/workspace/select');
  const theirs = await stranger
    .getByRole('main')
    .locator('[name=workspaceId]')
    .getAttribute('value');
  const [, foreignKey] = JSON.parse(String(revocation.body));
  const body = Buffer.from(JSON.stringify([theirs, foreignKey]));
  const answer = await replay(stranger.request, { ...revocation, body });
  // Whoever sends it names no language.
  expect(await answer.text()).toContain(words.en('apiKeys.refusals.not_found'));
  expect(await statusOf(request, key)).toBe(200);
});

test('an action from another origin fails, with the Owner’s cookies too', async ({
  as,
  request,
  guard,
}) => {
  guard.allow(/Failed to load resource: net::ERR_FAILED/);
  const owner = await as(null);
  await own(owner, { plan: 'pro' });
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
  expect(await statusOf(request, key)).toBe(200);
});

test('a GET changes nothing, not even with the id of an action', async ({ as, guard }) => {
  guard.allow(/Failed to load resource: net::ERR_FAILED/);
  const owner = await as(null);
  await own(owner, { plan: 'pro' });
  const { action: create } = await catchCreate(owner, 'By GET');
  const revocation = await catchRevoke(owner, 'By GET');
  const [id] = [revocation.headers['next-action']];

  await expectNoChange(owner, async () => {
    for (const action of [create, revocation]) {
      await owner.request.get('/api-keys', { headers: action.headers });
    }
    await owner.request.get(`/api-keys?name=By+GET&$ACTION_ID_${id}=`);
  });
  expect((await owner.request.get('/api-keys', { maxRedirects: 0 })).status()).toBe(200);
});

test('an API key opens no page', async ({ as, request }) => {
  const owner = await as(null);
  await own(owner, { plan: 'pro' });
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
});
