import { expect, prefer, t, test, words } from './fixtures';
import {
  activeKeys,
  closeReveal,
  confirmation,
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
import { own } from './people';

test.use({ locale: 'es-ES' });

test('a double click on Generate makes one key', async ({ page }) => {
  await own(page, { plan: 'starter' });
  await openKeys(page);
  await nameField(page).fill('Clicked twice');
  await generateButton(page).dblclick();
  await closeReveal(page);
  await page.reload();
  await expect(activeKeys(page)).toHaveCount(1);
});

test('while the answer is on its way the button says so and cannot be pressed again', async ({
  page,
}) => {
  await own(page, { plan: 'starter' });
  await openKeys(page);
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
  const waiting = page.getByRole('button', { name: t('client.createKey.pending') });
  await expect(waiting).toBeDisabled();
  await waiting.click({ force: true });
  await nameField(page).press('Enter');
  await expect(waiting).toBeVisible();
  answer();
  await closeReveal(page);
  expect(posts).toBe(1);
  await expect(activeKeys(page)).toHaveCount(1);
});

test('without a network it says what may have happened and what to do', async ({ page, guard }) => {
  guard.allow(/net::ERR_INTERNET_DISCONNECTED/);
  await own(page, { plan: 'starter' });
  await openKeys(page);
  await nameField(page).fill('Offline');
  await page.context().setOffline(true);
  await generateButton(page).click();
  await expect(page.getByRole('main').getByRole('alert')).toHaveText(
    `${t('client.unanswered.lost')} ${t('client.createKey.doubt')}`,
  );
  await expect(nameField(page)).toHaveValue('Offline');
  await page.context().setOffline(false);
  await generateButton(page).click();
  await closeReveal(page);
  await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0);

  await page.context().setOffline(true);
  await revokeButton(rowOf(page, 'Offline')).click();
  await confirmation(page)
    .getByRole('button', { name: t('client.revokeKey.confirm') })
    .click();
  await expect(confirmation(page).getByRole('alert')).toHaveText(
    `${t('client.unanswered.lost')} ${t('client.revokeKey.doubt')}`,
  );
  await page.context().setOffline(false);
  await confirmation(page)
    .getByRole('button', { name: t('client.revokeKey.confirm') })
    .click();
  await expect(confirmation(page)).toBeHidden();
  await expect(activeKeys(page)).toHaveCount(0);
});

test('revoking a key that another tab has revoked is no error', async ({ page }) => {
  await own(page, { plan: 'starter' });
  await makeKey(page, 'Twice gone');
  const other = await page.context().newPage();
  await other.goto('/api-keys');
  await revoke(page, rowOf(page, 'Twice gone'));
  await revoke(other, rowOf(other, 'Twice gone'));
  await expect(rowOf(other, 'Twice gone')).toHaveCount(0);
});

test('two keys of one name say so, and are told apart by their hints', async ({ page }) => {
  await own(page, { plan: 'starter' });
  await openKeys(page);
  const keys = [await makeKey(page, 'Same name')];
  await expect(activeKeys(page).getByText(t('apiKeys.table.sharesName'))).toHaveCount(0);
  await page.reload();
  keys.push(await generate(page, 'Same name'));
  await closeReveal(page);
  const rows = rowOf(page, 'Same name');
  await expect(rows).toHaveCount(2);
  await expect(rows.getByText(t('apiKeys.table.sharesName'))).toHaveCount(2);
  for (const key of keys) {
    await expect(rows.getByText(`sk_${key.slice(3, 7)}…${key.slice(-4)}`)).toHaveCount(1);
  }
});

for (const locale of ['en', 'es'] as const) {
  test(`a name that will not do is refused at its field, in ${locale}`, async ({ page }) => {
    await own(page, { plan: 'starter' });
    await openKeys(page);
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

test('80 emoji are a fine name', async ({ page }) => {
  await own(page, { plan: 'starter' });
  const name = '🔑'.repeat(80);
  await makeKey(page, name);
  await revoke(page, rowOf(page, name));
});

test('a name with markup in it is text everywhere', async ({ page }) => {
  await own(page, { plan: 'starter' });
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
  await confirmation(page)
    .getByRole('button', { name: t('client.revokeKey.confirm') })
    .click();
  await expect(confirmation(page)).toBeHidden();
});
