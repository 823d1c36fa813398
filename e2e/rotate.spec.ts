import type { Locator, Page } from '@playwright/test';
import { expect, said, t, test, words } from './fixtures';
import {
  activeKeys,
  closeReveal,
  confirmation,
  copyButton,
  generateButton,
  KEY,
  openKeys,
  openNewKey,
  quotaLine,
  reveal,
  revoke,
  revokeButton,
  rowOf,
  statusOf,
  unwatched,
} from './keys';
import { addWorkspace, own } from './people';

test.use({ locale: 'es-ES' });

const NAME = 'Nightly export';

/** Adds a key, and opens the page that rotates it. */
async function openRotate(page: Page, w = t): Promise<string> {
  const key = await openNewKey(page, NAME);
  await page.getByRole('link', { name: w('apiKeys.rotate.link'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    w('apiKeys.rotate.title', { name: NAME }),
  );
  return key;
}

const rotateButton = (within: Page | Locator, w = t) =>
  within.getByRole('button', { name: w('client.rotateKey.submit'), exact: true });
const tracker = (page: Page, w = t) =>
  page.getByRole('region', { name: w('apiKeys.rotate.tracker.title') });

/** Rotates from the form, closes the modal, and waits for the tracker. */
async function rotate(page: Page, w = t): Promise<string> {
  await rotateButton(page, w).click();
  const key = String(await reveal(page).getByText(KEY).textContent());
  await expect(copyButton(page)).toBeFocused();
  await closeReveal(page);
  return key;
}

/** @param says what the question tells before it is answered */
async function confirm(page: Page, end: 'retire' | 'keep', w = t, says = ''): Promise<void> {
  await page.getByRole('button', { name: w(`client.rotation.${end}.trigger`) }).click();
  await expect(confirmation(page)).toContainText(says);
  await confirmation(page)
    .getByRole('button', { name: w(`client.rotation.${end}.confirm`) })
    .click();
  await expect(confirmation(page)).toBeHidden();
}

for (const locale of ['en', 'es'] as const) {
  test(`on Free a key is rotated, both work, and the old one is retired, in ${locale}`, async ({
    page,
    request,
  }) => {
    const w = words[locale];
    await own(page, { language: locale });
    const old = await openRotate(page, w);
    await expect(page).toHaveTitle(/Nightly export/);
    const rule = (name: 'after-use' | '24h') =>
      page.getByRole('radio', { name: w(`client.rotateKey.rules.${name}.label`), exact: true });
    await expect(rule('after-use')).toBeChecked();
    const key = await rotate(page, w);
    await expect(tracker(page, w)).toBeVisible();
    expect(key).not.toBe(old);
    const statuses = async () => [await statusOf(request, old), await statusOf(request, key)];
    expect(await statuses()).toEqual([200, 200]);

    await openKeys(page);
    await expect(activeKeys(page)).toHaveCount(1);
    await expect(activeKeys(page).getByRole('listitem')).toHaveText([
      new RegExp(old.slice(-4)),
      new RegExp(key.slice(-4)),
    ]);
    await expect(quotaLine(page)).toHaveText(/^1 /);
    await page.getByRole('link', { name: NAME, exact: true }).first().click();
    await expect(tracker(page, w)).toContainText(w('apiKeys.rotate.tracker.old'));
    await expect(tracker(page, w)).toContainText(`${old.slice(0, 7)}…${old.slice(-4)}`);
    await expect(tracker(page, w)).toContainText(`${key.slice(0, 7)}…${key.slice(-4)}`);

    await confirm(page, 'retire', w);
    await expect(said(page)).toContainText(NAME);
    await expect(tracker(page, w)).toHaveCount(0);
    expect(await statuses()).toEqual([401, 200]);
    await openKeys(page);
    await expect(activeKeys(page)).toHaveCount(1);
  });

  test(`Keep the old key revokes the new one, in ${locale}`, async ({ page, request }) => {
    const w = words[locale];
    await own(page, { language: locale });
    const old = await openRotate(page, w);
    const key = await rotate(page, w);
    await expect(tracker(page, w)).toBeVisible();
    expect(await statusOf(request, key)).toBe(200);
    await confirm(page, 'keep', w, w('apiKeys.consequence.keep', { count: 1 }));
    await expect(rotateButton(page, w)).toBeVisible();
    expect([await statusOf(request, old), await statusOf(request, key)]).toEqual([200, 401]);
  });
}

test('retired at once, the old key is dead when the new one is shown, and its page leads there', async ({
  page,
  request,
}) => {
  await own(page);
  const old = await openRotate(page);
  await page.getByRole('radio', { name: t('client.rotateKey.rules.now.label') }).check();
  await rotateButton(page).click();
  await expect(reveal(page)).toBeVisible();
  expect(await statusOf(request, old)).toBe(401);
  await closeReveal(page);
  const next = page.getByRole('main').getByRole('link', { name: /^sk_/ });
  await expect(page.getByText(/ se ha retirado$/)).toBeVisible();
  await next.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(NAME);
  await expect(page.getByText(/^Ha ocupado el lugar de sk_/)).toBeVisible();
  await expect(page.getByText(t('apiKeys.table.states.active'), { exact: true })).toBeVisible();
});

test('Revoke says which key of a rotation is left, and revokes that one alone', async ({
  page,
  request,
}) => {
  await own(page);
  const old = await openRotate(page);
  await page.getByRole('radio', { name: t('client.rotateKey.rules.24h.label') }).check();
  const key = await rotate(page);
  await expect(tracker(page)).toContainText(
    /se retira (dentro de (23|24) horas|mañana|dentro de 1 día)/,
  );
  await openKeys(page);
  await expect(activeKeys(page)).toHaveCount(1);
  const rows = activeKeys(page).getByRole('listitem');
  await expect(rows).toHaveCount(2);
  const oldRow = rows.filter({ hasText: old.slice(-4) });
  await expect(oldRow.getByText(/^Se retira/).filter({ visible: true })).toBeVisible();
  await revokeButton(oldRow).click();
  await expect(confirmation(page)).toContainText(
    `La clave nueva ${key.slice(0, 7)}…${key.slice(-4)} sigue funcionando.`,
  );
  await page.keyboard.press('Escape');
  const newRow = rows.filter({ hasText: key.slice(-4) });
  await revokeButton(newRow).click();
  await expect(confirmation(page)).toContainText(
    new RegExp(
      `La clave anterior ${old.slice(0, 7)}…${old.slice(-4)} sigue funcionando hasta el \\d+ \\w+, `,
    ),
  );
  await confirmation(page)
    .getByRole('button', { name: t('client.revokeKey.confirm') })
    .click();
  await expect(rows).toHaveCount(0);
  await expect(activeKeys(page)).toHaveCount(1);
  expect([await statusOf(request, old), await statusOf(request, key)]).toEqual([200, 401]);

  await page.getByRole('link', { name: NAME, exact: true }).click();
  await expect(page.getByText(t('apiKeys.rotate.tracker.alone.title'))).toBeVisible();
  await expect(page.getByRole('button', { name: t('client.rotation.retire.trigger') })).toHaveCount(
    0,
  );
  await confirm(page, 'keep');
  await expect(page.getByText(t('apiKeys.table.states.active'), { exact: true })).toBeVisible();
  await expect(page.getByText(t('apiKeys.rotate.tracker.alone.title'))).toHaveCount(0);
  expect(await statusOf(request, old)).toBe(200);
});

test('of two tabs that rotate a key one does, and the other one says so and follows', async ({
  page,
  guard,
}) => {
  await own(page);
  await unwatched(page, guard);
  await openRotate(page);
  const beside = await page.context().newPage();
  await beside.goto(page.url());
  await expect(rotateButton(beside)).toBeVisible();
  await rotate(page);
  await expect(tracker(page)).toBeVisible();
  await rotateButton(beside).click();
  await expect(beside.getByRole('alert').filter({ hasText: 'ya está en rotación' })).toBeVisible();
  await expect(tracker(beside)).toBeVisible();
  await expect(rotateButton(beside)).toHaveCount(0);

  await confirm(beside, 'keep');
  await page.getByRole('button', { name: t('client.rotation.retire.trigger') }).click();
  await confirmation(page)
    .getByRole('button', { name: t('client.rotation.retire.trigger') })
    .click();
  await expect(confirmation(page)).toContainText('Esta rotación ha terminado');
});

test('a key that cannot be rotated says why, and the way out', async ({ page, guard }) => {
  guard.allowStatus(404);
  await own(page, { workspace: 'One' });
  await openRotate(page);
  const address = page.url();
  await page.goto(address.replace('/rotate', '/pause'));
  await page.getByRole('button', { name: t('apiKeys.pause.submit') }).click();
  await expect(page.getByText(/^Pausada hasta/).first()).toBeVisible();
  await expect(page.getByRole('link', { name: t('apiKeys.rotate.link'), exact: true })).toHaveCount(
    0,
  );
  await page.goto(address);
  await expect(page.getByText(t('apiKeys.rotate.paused.title'))).toBeVisible();
  await expect(rotateButton(page)).toHaveCount(0);
  await page.getByRole('link', { name: 'su página' }).click();
  await page.getByRole('button', { name: t('apiKeys.pause.resume') }).click();
  await expect(
    page.getByRole('link', { name: t('apiKeys.rotate.link'), exact: true }),
  ).toBeVisible();

  await openKeys(page);
  await revoke(page, rowOf(page, NAME));
  await page.goto(address);
  await expect(page.getByText(t('apiKeys.rotate.ended.title'))).toBeVisible();
  await page.getByRole('link', { name: 'Genera otra' }).click();
  await expect(generateButton(page)).toBeVisible();

  await addWorkspace(page, 'Two');
  expect((await page.goto(address))?.status()).toBe(404);
});

test('an answer that is lost does not leave a key that nobody has seen', async ({
  page,
  guard,
}) => {
  guard.allow(/ERR_FAILED/);
  await own(page);
  await openRotate(page);
  await page.route('**/rotate', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    await route.fetch();
    await route.abort();
  });
  await rotateButton(page).click();
  await expect(page.getByText(/^No ha llegado ninguna respuesta/)).toBeVisible();
  await page.unroute('**/rotate');
  await page.reload();
  await expect(tracker(page)).toBeVisible();
  await confirm(page, 'keep');
  await expect(rotateButton(page)).toBeVisible();
});
