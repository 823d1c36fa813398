import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import {
  closeReveal,
  confirmation,
  generate,
  listed,
  makeKey,
  revoke,
  revokeButton,
  rowOf,
  statusOf,
} from './keys';
import { type Action, actionOf, catchAction, replay } from './replay';

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
    await confirmation(page).getByRole('button', { name: 'Revoke key' }).click();
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
  expect(await statusOf(request, key)).toBe(200);

  // The same requests from the Owner do work: it was the person that made the difference.
  expect((await replay(owner.request, revocation)).status()).toBe(200);
  expect(await statusOf(request, key)).toBe(401);
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
  await stranger.goto('/workspace/select');
  const own = await stranger.getByRole('main').locator('[name=workspaceId]').getAttribute('value');
  const [, foreignKey] = JSON.parse(String(revocation.body));
  const body = Buffer.from(JSON.stringify([own, foreignKey]));
  const answer = await replay(stranger.request, { ...revocation, body });
  expect(await answer.text()).toContain('This key is no longer in the workspace.');
  expect(await statusOf(request, key)).toBe(200);
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
  expect(await statusOf(request, key)).toBe(200);
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
  });
  expect((await owner.request.get('/api-keys', { maxRedirects: 0 })).status()).toBe(200);
  await revoke(owner, rowOf(owner, 'By GET'));
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
