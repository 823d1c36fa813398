import { execFileSync, spawnSync } from 'node:child_process';
import type { Page } from '@playwright/test';
import { choosePlan, register } from './accounts';
import { expect, prefer, said, test, words } from './fixtures';
import {
  activeKeys,
  closeAnyway,
  closeReveal,
  confirmation,
  copyButton,
  escapeConfirmation,
  generate,
  generateButton,
  KEY,
  makeKey,
  nameField,
  openKeys,
  reveal,
  revoke,
  revokeButton,
  rowOf,
} from './keys';
import { actionOf, replay } from './replay';

const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test('Revoke says which key is dead, and leaves the focus and the page where they were', async ({
  page,
}) => {
  await register(page);
  await choosePlan(page, 'Pro');
  for (const name of ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight']) {
    await makeKey(page, name);
  }
  await page.setViewportSize({ width: 360, height: 740 });
  await openKeys(page);
  const scrolled = () => page.evaluate(() => scrollY);
  await revokeButton(rowOf(page, 'Three')).scrollIntoViewIfNeeded();
  const before = await scrolled();
  expect(before).toBeGreaterThan(100);
  await revoke(page, rowOf(page, 'Three'));
  await expect(said(page)).toHaveText(/^“Three” is revoked\. Every request with sk_/);
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
  await expect(page.getByText('No active keys')).toBeVisible();
  await expect(page.getByRole('main')).toBeFocused();
  await expect(said(page)).toHaveText(/^“Eight” is revoked/);
  await expect(said(page)).toBeInViewport({ ratio: 1 });
});

test('a key that ended says when, and by whom it was revoked', async ({ page }) => {
  await register(page, { name: 'Robin Doe' });
  await makeKey(page, 'Was here');
  await revoke(page, rowOf(page, 'Was here'));
  await page.getByRole('link', { name: '1 ended key' }).click();
  const ended = page.getByRole('table', { name: 'Ended keys' });
  const today = new Date().toLocaleDateString('en-US', { dateStyle: 'medium', timeZone: 'UTC' });
  await expect(ended.getByRole('row', { name: /Was here/ })).toContainText(
    `Revoked by Robin Doe on ${today}`,
  );
  await prefer(page, 'es');
  await page.reload();
  await expect(page.getByRole('table', { name: 'Claves terminadas' })).toBeVisible();
  await expect(page.getByText(/Revocada por Robin Doe el \d/)).toBeVisible();
});

test('a row is headed by its key, and Revoke is described by it', async ({ page }) => {
  await register(page);
  const key = await makeKey(page, 'Nightly export');
  const hint = `${key.slice(0, 7)}…${key.slice(-4)}`;
  await expect(page.getByRole('rowheader', { name: /^Nightly export/ })).toBeVisible();
  const button = page.getByRole('button', { name: 'Revoke', exact: true });
  await expect(button).toHaveAccessibleDescription(`Nightly export ${hint}`);
  await button.click();
  await expect(confirmation(page)).toHaveAccessibleDescription(new RegExp(hint));
});

test('the modal says what the key may do and until when', async ({ page }) => {
  await register(page);
  await choosePlan(page, 'Pro');
  await openKeys(page);
  await generate(page, 'All and for ever');
  await expect(reveal(page)).toContainText('Read and write · Never expires');
  await closeReveal(page);
  await page.getByText('Options').click();
  await page.getByLabel('Access').selectOption('Read only');
  await page.getByLabel('Expires').selectOption('In 30 days');
  await generate(page, 'Some and for a while');
  const day = new Date(Date.now() + 30 * 86_400_000);
  const date = day.toLocaleDateString('en-US', { dateStyle: 'medium', timeZone: 'UTC' });
  await expect(reveal(page)).toContainText(`Read only · Expires ${date}`);
  await closeReveal(page);
});

test('the command asks for the key, runs in every shell, and does not contain it', async ({
  as,
}) => {
  const page = await as(null, CLIPBOARD);
  await register(page);
  const key = await generate(page, 'For a terminal');
  await reveal(page).getByRole('button', { name: 'Copy command' }).click();
  await expect(reveal(page).getByRole('button', { name: 'Copied' })).toBeVisible();
  const command = await clipboard(page);
  expect(command).not.toContain(key.slice(3, 20));
  expect(command.trim()).not.toContain('\n');
  await expect(reveal(page).getByText(command)).toBeVisible();
  // Whoever copied the command does not have the key yet.
  await reveal(page).getByRole('button', { name: 'Done' }).click();
  await expect(closeAnyway(page)).toBeVisible();

  const shells = ['sh', 'bash', 'zsh'].filter((shell) => !spawnSync(shell, ['-c', ':']).error);
  expect(shells).toContain('sh');
  for (const shell of shells) {
    const input = `${key}\n`;
    const output = execFileSync(shell, ['-c', command], { input, stdio: ['pipe', 'pipe', 'pipe'] });
    expect(String(output), shell).toContain('"name":"For a terminal"');
    expect(String(output), shell).not.toContain(key);
  }
});

test('once the key is copied, nothing alarms any more', async ({ as }) => {
  const page = await as(null, CLIPBOARD);
  await register(page);
  const key = await generate(page, 'Safe now');
  await page.keyboard.press('Escape');
  const t = words.en;
  await expect(reveal(page).getByText(t('client.revealKey.tip.uncopied'))).toBeVisible();
  await copyButton(page).click();
  await expect(reveal(page).getByText(t('client.revealKey.tip.uncopied'))).toHaveCount(0);
  const calm = reveal(page)
    .getByRole('status')
    .filter({ hasText: /^Copied\. The key is not shown/ });
  await expect(calm).toBeVisible();
  await expect(reveal(page).locator('[class*=warning]')).toHaveCount(0);
  await expect(copyButton(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(calm).toBeVisible();
  await expect(reveal(page).locator('[class*=warning]')).toHaveCount(0);
  await expect(reveal(page)).toHaveAccessibleDescription(/only time we show the key “Safe now”/);
  expect(await clipboard(page)).toBe(key);

  await reveal(page).getByRole('button', { name: 'Copy command' }).click();
  await expect(reveal(page).getByText(t('client.revealKey.tip.command'))).toBeVisible();
  await reveal(page).getByRole('button', { name: 'Done' }).click();
  await expect(reveal(page).getByText(t('client.revealKey.tip.uncopied'))).toBeVisible();
  await copyButton(page).click();
  await closeReveal(page);
  await expect(rowOf(page, 'Safe now')).toBeVisible();
});

test('on a phone the form reads downwards, and nothing to click is lower than 32 px', async ({
  page,
}) => {
  await register(page);
  await choosePlan(page, 'Starter');
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
  const options = await page.getByText('Options').boundingBox();
  const button = await generateButton(page).boundingBox();
  expect(button?.y).toBeGreaterThan(Number(options?.y));
  await expect(nameField(page)).not.toHaveAttribute('placeholder');
  await expect(nameField(page)).toHaveAccessibleDescription(/For example, “Nightly export”/);
});

test('the focus is never lost: not while Generate waits, not when it is refused', async ({
  page,
}) => {
  await register(page);
  await makeKey(page, 'The only one');
  let answer = () => {};
  const held = new Promise<void>((come) => {
    answer = come;
  });
  await page.route('**/api-keys', async (route) => {
    if (route.request().method() === 'POST') await held;
    await route.continue();
  });
  await revokeButton(rowOf(page, 'The only one')).click();
  await confirmation(page).getByRole('button', { name: 'Revoke key' }).click();
  const waiting = confirmation(page).getByRole('button', { name: 'Revoking…' });
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

test('a refusal of Generate carries its code in the answer', async ({ as, hold, guard }) => {
  await hold('Hooli');
  guard.allow(/Failed to load resource: net::ERR_FAILED/);
  const owner = await as(null);
  await register(owner);
  const sent = owner.waitForRequest((request) => request.method() === 'POST');
  await makeKey(owner, 'Replayed');
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
