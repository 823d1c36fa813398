import { expect, t, test } from './fixtures';
import { openNewKey, statusOf } from './keys';
import { own } from './people';

test.use({ locale: 'es-ES' });

test('an open page of a key follows what happens to it, and takes nothing that is typed away', async ({
  guard,
  page,
  request,
}) => {
  guard.allow(/ERR_FAILED .*\/watch$/);
  await own(page);
  const key = await openNewKey(page, 'Watched');
  await expect(page.getByRole('heading', { name: t('apiKeys.usage.unused.title') })).toBeVisible();
  const note = page.getByLabel(t('apiKeys.edit.note'), { exact: true });
  await note.fill('Half a sent');

  expect(await statusOf(request, key)).toBe(200);
  await expect(page.getByRole('img', { name: /^1 petición/ })).toBeVisible({ timeout: 30_000 });
  await expect(note).toHaveValue('Half a sent');

  // Another tab pauses it.
  const other = await page.context().newPage();
  await other.goto(`${page.url()}/pause`);
  await other.getByRole('button', { name: t('apiKeys.pause.submit') }).click();
  await expect(other.getByRole('button', { name: t('apiKeys.pause.resume') })).toBeVisible();
  await page.bringToFront();
  await expect(page.getByText(/^Pausada hasta .*: toda petición/)).toBeVisible({ timeout: 30_000 });
  expect(await statusOf(request, key)).toBe(401);
  await expect(page.getByText(/Aún se intenta usar: una vez/)).toBeVisible({ timeout: 30_000 });
  await expect(note).toHaveValue('Half a sent');

  // The line is down, then the session ends: the page stays as it is.
  let asked = 0;
  await page.route('**/watch', async (route) => {
    asked += 1;
    await (asked === 1 ? route.abort() : route.continue());
  });
  await page.context().clearCookies();
  for (const times of [1, 2]) {
    // Somebody comes back to the window.
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await expect.poll(() => asked).toBeGreaterThanOrEqual(times);
  }
  // It goes on asking, which it could not after the page was gone.
  await expect.poll(() => asked, { timeout: 30_000 }).toBeGreaterThan(2);
  await expect(note).toHaveValue('Half a sent');
});
