import { expect, prefer, t, test, words } from './fixtures';
import { closeAnyway, closeReveal, copyButton, generate, KEY, nameField, reveal } from './keys';
import { own } from './people';

test.use({ locale: 'es-ES' });

test('Escape and a click outside keep the modal open, and say why; Done closes it', async ({
  page,
}) => {
  await own(page, { plan: 'starter' });
  await page.goto('/api-keys');
  const key = await generate(page, 'Stays open');
  const tip = reveal(page).getByText(t('client.revealKey.tip.uncopied'));
  await expect(tip).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(tip).toBeVisible();
  await page.mouse.click(5, 5);
  await page.keyboard.press('Escape');
  await expect(reveal(page).getByText(key)).toBeVisible();

  await closeReveal(page);
  await expect(nameField(page)).toBeFocused();
  await expect(nameField(page)).toHaveValue('');
});

test('a click outside alone says why the modal stays', async ({ page }) => {
  await own(page, { plan: 'starter' });
  await page.goto('/api-keys');
  await generate(page, 'Clicked outside');
  await page.mouse.click(5, 5);
  await expect(reveal(page).getByText(t('client.revealKey.tip.uncopied'))).toBeVisible();
  await closeReveal(page);
});

test('Enter that is held down, or pressed again, loses no key', async ({ as }) => {
  const page = await as(null, { permissions: ['clipboard-read', 'clipboard-write'] });
  await own(page, { plan: 'starter' });
  await page.goto('/api-keys');
  await nameField(page).fill('Held down');
  await page.keyboard.down('Enter');
  const key = String(await reveal(page).getByText(KEY).textContent());
  await expect(copyButton(page)).toBeFocused();
  for (let times = 0; times < 5; times++) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await expect(copyButton(page)).toHaveText(t('help.code.copy'));
  await page.keyboard.press('Enter');
  await expect(reveal(page).getByRole('button', { name: t('client.copy.copied') })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(key);
  await closeReveal(page);
});

test('Done asks while nothing is copied, and copying by hand counts', async ({ as }) => {
  const page = await as(null, { permissions: ['clipboard-read', 'clipboard-write'] });
  await own(page, { plan: 'starter' });
  await page.goto('/api-keys');
  const key = await generate(page, 'By hand');
  const done = reveal(page).getByRole('button', { name: t('client.revealKey.done') });
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
});

for (const locale of ['en', 'es'] as const) {
  test(`whoever gives the key to a developer learns how, and keeps the key, in ${locale}`, async ({
    page,
  }) => {
    await own(page, { plan: 'starter' });
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
  });
}

test('where copying is not allowed, the key is selected for copying by hand', async ({ page }) => {
  await own(page, { plan: 'starter' });
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('NotAllowedError'));
  });
  await page.goto('/api-keys');
  const key = await generate(page, 'By hand');
  await copyButton(page).click();
  await expect(reveal(page).getByText(t('client.revealKey.tip.select'))).toBeVisible();
  expect(await page.evaluate(() => String(getSelection()))).toBe(key);
  await closeReveal(page);
});
