import { expect, prefer, said, test } from './fixtures';
import { hold } from './hold';
import { field, heading, main, ownKey, save } from './key-screens';
import { confirmation, makeKey, openKeys, revoke, statusOf } from './keys';
import { own } from './people';

test('the page of a key that is revoked says so at once, and offers nothing any more', async ({
  page,
  request,
}) => {
  const key = await ownKey(page, 'Nightly export');
  const release = await hold(page, '**/api-keys/**', 'GET');
  await revoke(page, main(page));
  await expect(main(page).getByText('Revoked', { exact: true })).toBeVisible();
  await expect(main(page).getByText('Active', { exact: true })).toBeHidden();
  await expect(main(page).getByRole('link', { name: 'Pause', exact: true })).toBeHidden();
  expect(await statusOf(request, key)).toBe(401);
  release();
  await expect(main(page)).toContainText(/Revoked by Robin Doe on/);
  await expect(main(page)).toBeFocused();
  await expect(main(page).getByRole('link', { name: 'It leaked' })).toHaveCount(0);
  // Its requests can be searched, and its receipt copied, all the same.
  const buttons = main(page)
    .getByRole('button')
    .filter({ hasNotText: /Search|Copy text/ });
  await expect(buttons).toHaveCount(0);
  await expect(confirmation(page)).toHaveCount(0);
  await page.reload();
  await expect(buttons).toHaveCount(0);
  await expect(save(page)).toHaveCount(0);
});

test('the page has the name of the key as its title, and leads back to the list as it was', async ({
  page,
}) => {
  await own(page);
  await makeKey(page, 'Nightly export');
  await page.goto('/api-keys?q=nightly');
  await page.getByRole('link', { name: 'Nightly export', exact: true }).click();
  await expect(page).toHaveTitle('Nightly export · API keys · Zendrhax');
  await page.getByRole('link', { name: 'Pause', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Pause key' })).toBeVisible();
  await main(page).getByRole('link', { name: 'Nightly export' }).click();
  await expect(heading(page)).toHaveText('Nightly export');
  await main(page).getByRole('link', { name: 'API keys' }).click();
  await expect(page).toHaveURL(/\/api-keys\?q=nightly$/);
});

test('a key of another workspace is not found, and neither is what is no key', async ({
  as,
  guard,
}) => {
  guard.allowStatus(404, 403);
  const page = await as(null);
  await ownKey(page, 'Nightly export');
  const address = page.url();
  const other = await as('owner@umbrella.test');
  for (const path of ['', '/pause', '/leaked']) {
    expect((await other.goto(address + path))?.status()).toBe(404);
    expect((await other.goto(`/api-keys/nonsense${path}`))?.status()).toBe(404);
    const unknown = '019aa000-0000-7000-8000-00000000ffff';
    expect((await other.goto(`/api-keys/${unknown}${path}`))?.status()).toBe(404);
  }
  // What the page asks for afterwards.
  const later = ['/watch', '/used-lately', '/first-request'].map((path) => address + path);
  for (const path of later) expect((await other.request.get(path)).status()).toBe(404);
  for (const email of ['admin@acme.test', 'user@acme.test']) {
    const member = await as(email);
    for (const path of ['', '/pause', '/leaked']) {
      expect((await member.goto(address + path))?.status()).toBe(403);
      await expect(heading(member)).toHaveText('Only the Owner manages API keys');
    }
    for (const path of later) expect((await member.request.get(path)).status()).toBe(403);
  }
});

test('long names and notes, from either side, stay within a phone', async ({ page }) => {
  await ownKey(page, 'A-name-of-eighty-characters-without-a-space-in-it-'.repeat(2).slice(0, 80));
  await field(page, 'note').fill(`${'without-a-space-'.repeat(20)}\nעברית, then English`);
  await save(page).click();
  await expect(said(page)).toBeVisible();
  await page.setViewportSize({ width: 360, height: 740 });
  for (const locale of ['en', 'es'] as const) {
    await prefer(page, locale);
    for (const path of ['', '/pause', '/leaked']) {
      await page.goto(page.url().replace(/\/(pause|leaked)/, '') + path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        360,
      );
    }
  }
  await openKeys(page);
});
