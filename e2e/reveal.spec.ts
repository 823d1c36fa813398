import { expect, prefer, test, words } from './fixtures';
import {
  activeKeys,
  closeAnyway,
  closeReveal,
  confirmation,
  copyButton,
  generate,
  generateButton,
  KEY,
  makeKey,
  nameField,
  reveal,
  revoke,
  revokeAll,
  revokeButton,
  rowOf,
} from './keys';

const OWNER = 'owner@umbrella.test';

test.beforeEach(async ({ hold }) => {
  await hold('Umbrella');
});

test('Escape and a click outside keep the modal open, and say why; Done closes it', async ({
  as,
}) => {
  const page = await as(OWNER);
  await page.goto('/api-keys');
  const key = await generate(page, 'Stays open');
  const tip = reveal(page).getByText(words.en('client.revealKey.tip.uncopied'));
  await expect(tip).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(tip).toBeVisible();
  await page.mouse.click(5, 5);
  await page.keyboard.press('Escape');
  await expect(reveal(page).getByText(key)).toBeVisible();

  await closeReveal(page);
  await expect(nameField(page)).toBeFocused();
  await expect(nameField(page)).toHaveValue('');
  await revoke(page, rowOf(page, 'Stays open'));
});

test('a click outside alone says why the modal stays', async ({ as }) => {
  const page = await as(OWNER);
  await page.goto('/api-keys');
  await generate(page, 'Clicked outside');
  await page.mouse.click(5, 5);
  await expect(reveal(page).getByText(words.en('client.revealKey.tip.uncopied'))).toBeVisible();
  await closeReveal(page);
  await revoke(page, rowOf(page, 'Clicked outside'));
});

test('Enter that is held down, or pressed again, loses no key', async ({ as }) => {
  const page = await as(OWNER, { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.goto('/api-keys');
  await nameField(page).fill('Held down');
  await page.keyboard.down('Enter');
  const key = String(await reveal(page).getByText(KEY).textContent());
  await expect(copyButton(page)).toBeFocused();
  for (let times = 0; times < 5; times++) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await expect(copyButton(page)).toHaveText('Copy');
  await page.keyboard.press('Enter');
  await expect(reveal(page).getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(key);
  await closeReveal(page);
  await revoke(page, rowOf(page, 'Held down'));
});

test('Done asks while nothing is copied, and copying by hand counts', async ({ as }) => {
  const page = await as(OWNER, { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.goto('/api-keys');
  const key = await generate(page, 'By hand');
  const done = reveal(page).getByRole('button', { name: 'Done' });
  for (let times = 0; times < 2; times++) {
    await done.click();
    await expect(closeAnyway(page)).toBeVisible();
    await expect(reveal(page).getByText(key)).toBeVisible();
  }
  await reveal(page).getByText(key).selectText();
  await page.keyboard.press('Control+C');
  await expect(closeAnyway(page)).toBeHidden();
  await done.click();
  await expect(reveal(page)).toBeHidden();
  await revoke(page, rowOf(page, 'By hand'));
});

for (const locale of ['en', 'es'] as const) {
  test(`whoever gives the key to a developer learns how, and keeps the key, in ${locale}`, async ({
    as,
  }) => {
    const page = await as(OWNER);
    await prefer(page, locale);
    await page.goto('/api-keys');
    const key = await generate(page, 'For the agency');
    await expect(reveal(page).getByText(words[locale]('client.revealKey.try'))).toBeVisible();
    const opened = page.waitForEvent('popup');
    await reveal(page).getByRole('link').click();
    const help = await opened;
    await expect(help).toHaveURL(/\/help\/api-keys#give-a-key$/);
    await expect(help.locator('#give-a-key')).toBeInViewport();
    await help.close();
    await expect(reveal(page).getByText(key)).toBeVisible();
    await closeReveal(page);
    await revoke(page, rowOf(page, 'For the agency'));
  });
}

test('a double click on Generate makes one key', async ({ as }) => {
  const page = await as(OWNER);
  await revokeAll(page);
  await nameField(page).fill('Clicked twice');
  await generateButton(page).dblclick();
  await closeReveal(page);
  await page.reload();
  await expect(activeKeys(page)).toHaveCount(1);
  await revoke(page, rowOf(page, 'Clicked twice'));
});

test('while the answer is on its way the button says so and cannot be pressed again', async ({
  as,
}) => {
  const page = await as(OWNER);
  await revokeAll(page);
  let answer = () => {};
  const slow = new Promise<void>((resolve) => {
    answer = resolve;
  });
  let posts = 0;
  await page.route('**/api-keys', async (route) => {
    if (route.request().method() === 'POST') {
      posts++;
      await slow;
    }
    await route.continue();
  });
  await nameField(page).fill('Slowly');
  await generateButton(page).click();
  const waiting = page.getByRole('button', { name: 'Generating…' });
  await expect(waiting).toBeDisabled();
  await waiting.click({ force: true });
  await nameField(page).press('Enter');
  await expect(waiting).toBeVisible();
  answer();
  await closeReveal(page);
  expect(posts).toBe(1);
  await expect(activeKeys(page)).toHaveCount(1);
  await revoke(page, rowOf(page, 'Slowly'));
});

test('without a network it says what may have happened and what to do', async ({ as, guard }) => {
  guard.allow(/net::ERR_INTERNET_DISCONNECTED/);
  const page = await as(OWNER);
  await revokeAll(page);
  await nameField(page).fill('Offline');
  await page.context().setOffline(true);
  await generateButton(page).click();
  await expect(page.getByRole('main').getByRole('alert')).toHaveText(
    words.en('client.createKey.network'),
  );
  await expect(nameField(page)).toHaveValue('Offline');
  await page.context().setOffline(false);
  await generateButton(page).click();
  await closeReveal(page);
  await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0);

  await page.context().setOffline(true);
  await revokeButton(rowOf(page, 'Offline')).click();
  await confirmation(page).getByRole('button', { name: 'Revoke key' }).click();
  await expect(confirmation(page).getByRole('alert')).toHaveText(
    words.en('client.revokeKey.network'),
  );
  await page.context().setOffline(false);
  await confirmation(page).getByRole('button', { name: 'Revoke key' }).click();
  await expect(confirmation(page)).toBeHidden();
  await expect(activeKeys(page)).toHaveCount(0);
});

test('where copying is not allowed, the key is selected for copying by hand', async ({ as }) => {
  const page = await as(OWNER);
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('NotAllowedError'));
  });
  await page.goto('/api-keys');
  const key = await generate(page, 'By hand');
  await copyButton(page).click();
  await expect(reveal(page).getByText(words.en('client.revealKey.tip.select'))).toBeVisible();
  expect(await page.evaluate(() => String(getSelection()))).toBe(key);
  await closeReveal(page);
  await revoke(page, rowOf(page, 'By hand'));
});

test('revoking a key that another tab has revoked is no error', async ({ as }) => {
  const page = await as(OWNER);
  await makeKey(page, 'Twice gone');
  const other = await page.context().newPage();
  await other.goto('/api-keys');
  await revoke(page, rowOf(page, 'Twice gone'));
  await revoke(other, rowOf(other, 'Twice gone'));
  await expect(rowOf(other, 'Twice gone')).toHaveCount(0);
});

test('two keys of one name say so, and are told apart by their hints', async ({ as }) => {
  const page = await as(OWNER);
  await revokeAll(page);
  const keys = [await makeKey(page, 'Same name')];
  await expect(activeKeys(page).getByText('Another key has this name')).toHaveCount(0);
  await page.reload();
  keys.push(await generate(page, 'Same name'));
  await closeReveal(page);
  const rows = rowOf(page, 'Same name');
  await expect(rows).toHaveCount(2);
  await expect(rows.getByText('Another key has this name')).toHaveCount(2);
  for (const key of keys) {
    await expect(rows.getByText(`sk_${key.slice(3, 7)}…${key.slice(-4)}`)).toHaveCount(1);
  }
  await revokeAll(page);
});

for (const locale of ['en', 'es'] as const) {
  test(`a name that will not do is refused at its field, in ${locale}`, async ({ as }) => {
    const page = await as(OWNER);
    await revokeAll(page);
    await prefer(page, locale);
    await page.reload();
    const t = words[locale];
    const bad = [
      ['', t('fieldErrors.required')],
      ['   ', t('fieldErrors.required')],
      ['x'.repeat(81), t('fieldErrors.too_long', { max: 80 })],
      ['x'.repeat(10_000), t('fieldErrors.too_long', { max: 80 })],
      ['ding\u0007dong', t('fieldErrors.control_characters')],
      ['left\u202eright', t('fieldErrors.control_characters')],
    ] as const;
    for (const [name, message] of bad) {
      await nameField(page).fill(name);
      await generateButton(page).click();
      await expect(nameField(page)).toHaveAccessibleDescription(new RegExp(`${message}$`));
      await expect(nameField(page)).toHaveAttribute('aria-invalid', 'true');
      await expect(nameField(page)).toHaveValue(name);
    }
    await expect(reveal(page)).toBeHidden();
    await page.reload();
    await expect(activeKeys(page)).toHaveCount(0);
  });
}

test('80 emoji are a fine name', async ({ as }) => {
  const page = await as(OWNER);
  const name = '🔑'.repeat(80);
  await makeKey(page, name);
  await revoke(page, rowOf(page, name));
});

test('a name with markup in it is text everywhere', async ({ as }) => {
  const page = await as(OWNER);
  const name = '<img src=x onerror=alert(1)>';
  await page.goto('/api-keys');
  await generate(page, name);
  await expect(reveal(page)).toContainText(name);
  await expect(reveal(page).getByText(KEY)).toBeVisible();
  await closeReveal(page);
  await page.reload();
  await expect(rowOf(page, name)).toBeVisible();
  await revokeButton(rowOf(page, name)).click();
  await expect(confirmation(page)).toContainText(name);
  await expect(page.locator('img')).toHaveCount(0);
  await confirmation(page).getByRole('button', { name: 'Revoke key' }).click();
  await expect(confirmation(page)).toBeHidden();
});
