import type { Page } from '@playwright/test';
import { expect, prefer, said, t, test } from './fixtures';
import { hold } from './hold';
import {
  activeKeys,
  confirmation,
  escapeConfirmation,
  generateAndClose,
  generateButton,
  KEY,
  makeKey,
  makeKeys,
  nameField,
  openKeys,
  revoke,
  revokeButton,
  rowOf,
} from './keys';
import { own } from './people';
import { actionOf, replay } from './replay';
import { toldIn } from './times';

test.use({ locale: 'es-ES' });

test('Revoke says which key is dead, and leaves the focus and the page where they were', async ({
  page,
}) => {
  await own(page, { plan: 'pro' });
  await page.setViewportSize({ width: 360, height: 740 });
  await makeKeys(page, ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight']);
  const scrolled = () => page.evaluate(() => scrollY);
  await revokeButton(rowOf(page, 'Three')).scrollIntoViewIfNeeded();
  const before = await scrolled();
  expect(before).toBeGreaterThan(100);
  await revoke(page, rowOf(page, 'Three'));
  await expect(said(page)).toHaveText(
    /^«Three» está revocada\. Desde ahora se rechaza toda petición con sk_/,
  );
  await expect(said(page)).toBeInViewport({ ratio: 1 });
  await expect(rowOf(page, 'Three')).toHaveCount(0);
  await expect(rowOf(page, 'Two')).toBeFocused();
  expect(Math.abs((await scrolled()) - before)).toBeLessThan(200);

  for (const name of ['One', 'Two', 'Four', 'Five', 'Six', 'Seven']) {
    await revoke(page, rowOf(page, name));
    await expect(rowOf(page, name)).toHaveCount(0);
  }
  await expect(rowOf(page, 'Eight')).toBeFocused();
  await revoke(page, rowOf(page, 'Eight'));
  await expect(page.getByText(t('apiKeys.table.empty.title'))).toBeVisible();
  await expect(page.getByRole('main')).toBeFocused();
  await expect(said(page)).toHaveText(/^«Eight» está revocada/);
  await expect(said(page)).toBeInViewport({ ratio: 1 });
});

test('a key that ended says when, and by whom it was revoked', async ({ page }) => {
  await own(page, { name: 'Robin Doe' });
  await makeKey(page, 'Was here');
  await revoke(page, rowOf(page, 'Was here'));
  await page.getByRole('link', { name: t('apiKeys.list.ended', { count: 1 }) }).click();
  const ended = page.getByRole('table', { name: t('apiKeys.list.states.ended') });
  const today = toldIn('es', new Date(), 'day');
  await expect(ended.getByRole('row', { name: /Was here/ })).toContainText(
    t('apiKeys.table.revokedBy', { name: 'Robin Doe', date: today }),
  );
  await prefer(page, 'en');
  await page.reload();
  await expect(page.getByRole('table', { name: 'Ended keys' })).toBeVisible();
  await expect(page.getByText(/Revoked by Robin Doe on \w/)).toBeVisible();
});

test('a row is headed by its key, and Revoke is described by it', async ({ page }) => {
  await own(page);
  const key = await makeKey(page, 'Nightly export');
  const hint = `${key.slice(0, 7)}…${key.slice(-4)}`;
  await expect(page.getByRole('rowheader', { name: /^Nightly export/ })).toBeVisible();
  const button = page.getByRole('button', { name: t('client.revokeKey.trigger'), exact: true });
  await expect(button).toHaveAccessibleDescription(`Nightly export ${hint}`);
  await button.click();
  await expect(confirmation(page)).toHaveAccessibleDescription(new RegExp(hint));
});

test('on a phone Generate stands beside the name, and nothing to click is lower than 32 px', async ({
  page,
}) => {
  await own(page, { plan: 'starter' });
  await makeKey(page, 'Gone');
  await revoke(page, rowOf(page, 'Gone'));
  await makeKey(page, 'There');
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 740 });
    const targets = page.getByRole('main').locator('button, summary, input, select');
    const heights = await targets.evaluateAll((all) =>
      all
        .map((element) => {
          const target = element.matches('[type=checkbox]') ? element.closest('label') : null;
          const { height } = (target ?? element).getBoundingClientRect();
          return [element.textContent, height] as const;
        })
        .filter(([, height]) => height > 0),
    );
    expect(heights.length).toBeGreaterThan(3);
    expect(heights.filter(([, height]) => height < 32)).toEqual([]);
  }
  await page.setViewportSize({ width: 360, height: 740 });
  const button = await generateButton(page).boundingBox();
  const field = await nameField(page).boundingBox();
  expect(button?.y).toBe(field?.y);
  await expect(nameField(page)).not.toHaveAttribute('placeholder');
  await expect(nameField(page)).toHaveAccessibleDescription(
    /Por ejemplo, «Integración con Zapier» o «Panel interno»/,
  );
});

test('the focus is never lost: not while Generate waits, not when it is refused', async ({
  page,
}) => {
  await own(page);
  await makeKey(page, 'The only one');
  const answer = await hold(page, '**/api-keys', 'POST');
  await revokeButton(rowOf(page, 'The only one')).click();
  await confirmation(page)
    .getByRole('button', { name: t('client.revokeKey.confirm') })
    .click();
  const waiting = confirmation(page).getByRole('button', { name: t('client.revokeKey.pending') });
  await expect(waiting).toBeFocused();
  await expect(waiting).toBeDisabled();
  answer();
  await expect(page.getByRole('main')).toBeFocused();
  await page.unroute('**/api-keys');

  await generateButton(page).click();
  await expect(nameField(page)).toHaveAttribute('aria-invalid', 'true');
  await expect(nameField(page)).toBeFocused();

  await makeKey(page, 'Another');
  await revokeButton(rowOf(page, 'Another')).click();
  await escapeConfirmation(page);
  await expect(revokeButton(rowOf(page, 'Another'))).toBeFocused();
});

test('a refusal of Generate carries its code in the answer', async ({ as, guard }) => {
  guard.allow(/Failed to load resource: net::ERR_FAILED/);
  const owner = await as(null);
  await own(owner);
  await openKeys(owner);
  const sent = owner.waitForRequest((request) => request.method() === 'POST');
  await generateAndClose(owner, 'Replayed');
  const create = await actionOf(await sent);
  // The body names the workspace: the Owner of another one sends the same for theirs.
  const workspaceOf = async (page: Page) => {
    await page.goto('/workspace/select');
    return page.getByRole('main').locator('[name=workspaceId]').first().getAttribute('value');
  };
  const full = await replay(owner.request, create);
  expect(await full.text()).toMatch(/"ok":false,"code":"api_key_quota_reached"/);

  const hooli = await as('owner@hooli.test');
  const [from, to] = [await workspaceOf(owner), await workspaceOf(hooli)];
  const body = Buffer.from(String(create.body).replace(String(from), String(to)));
  const refused = await replay(hooli.request, { ...create, body });
  expect(await refused.text()).toMatch(/"ok":false,"code":"feature_not_available"/);
  expect(await refused.text()).not.toMatch(KEY);

  const nameless = Buffer.from(String(create.body).replace('Replayed', ''));
  const wrong = await replay(owner.request, { ...create, body: nameless });
  expect(await wrong.text()).toMatch(/"ok":false,"code":"validation_failed"/);
  await expect(activeKeys(owner)).toHaveCount(0);
});
