import type { Page } from '@playwright/test';
import { expect, said, test, words } from './fixtures';
import { openKeys, openNewKey, revoke, rowOf, statusOf } from './keys';
import { addWorkspace, chooseBeside, own } from './people';
import { toldIn } from './times';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

for (const locale of ['en', 'es'] as const) {
  test(`a key is paused for an hour and resumed, in ${locale}`, async ({ page, request }) => {
    const t = words[locale];
    await own(page, { language: locale });
    const key = await openNewKey(page, 'Nightly export');
    await page.getByRole('link', { name: t('apiKeys.pause.link'), exact: true }).click();
    await expect(heading(page)).toHaveText(t('apiKeys.pause.title', { name: 'Nightly export' }));
    await expect(page).toHaveTitle(/Nightly export/);
    await expect(page.getByRole('main')).toContainText('401');
    const minutes = (count: number) =>
      page.getByRole('radio', { name: t('apiKeys.pause.minutes', { minutes: count }) });
    await expect(minutes(15)).toBeChecked();
    await minutes(60).check();
    const before = Date.now();
    await page.getByRole('button', { name: t('apiKeys.pause.submit') }).click();

    await expect(heading(page)).toHaveText('Nightly export');
    await expect(said(page)).toHaveText(
      /“Nightly export” is paused until|«Nightly export» está pausada hasta/,
    );
    expect(await statusOf(request, key)).toBe(401);
    // The minute that it was paused in, on a slow machine one of several.
    const minutesSince = Math.ceil((Date.now() - before) / 60_000);
    const times = Array.from({ length: minutesSince + 1 }, (_, late) =>
      toldIn(locale, new Date(before + 3_600_000 + late * 60_000), 'hour'),
    );
    const badge = page.getByText(
      new RegExp(`^(Paused until|Pausada hasta) .*(${times.join('|')}) GMT\\+1[23]:45$`),
    );
    await expect(badge).toBeVisible();
    await page.reload();
    await expect(badge).toBeVisible();

    await page.getByRole('button', { name: t('apiKeys.pause.resume') }).click();
    await expect(said(page)).toHaveText(t('apiKeys.pause.resumed', { name: 'Nightly export' }));
    await expect(page.getByText(t('apiKeys.table.states.active'), { exact: true })).toBeVisible();
    await expect(page.getByRole('main')).toBeFocused();
    expect(await statusOf(request, key)).toBe(200);
  });
}

test('Back leads from a key that was just paused to the list, not to the form', async ({
  page,
}) => {
  await own(page);
  await openNewKey(page, 'Nightly export');
  await page.getByRole('link', { name: 'Pause', exact: true }).click();
  await page.getByRole('button', { name: 'Pause key' }).click();
  await expect(heading(page)).toHaveText('Nightly export');
  await page.getByRole('main').getByRole('link', { name: 'API keys' }).click();
  await expect(heading(page)).toHaveText('API keys');
  await expect(
    rowOf(page, 'Nightly export')
      .getByText(/^Paused until/)
      .filter({ visible: true }),
  ).toBeVisible();
});

test('the end of a pause can be changed', async ({ page, request }) => {
  await own(page);
  const key = await openNewKey(page, 'Nightly export');
  await page.getByRole('link', { name: 'Pause', exact: true }).click();
  await page.getByRole('radio', { name: '24 hours' }).check();
  await page.getByRole('button', { name: 'Pause key' }).click();
  await expect(page.getByText(/^Paused until \w{3} \d+, \d\d:\d\d GMT\+1[23]:45$/)).toBeVisible();

  await page.getByRole('link', { name: 'Change when it ends' }).click();
  await expect(page.getByRole('button', { name: 'Resume' })).toBeVisible();
  await page.getByRole('radio', { name: 'Until I resume it' }).check();
  await page.getByRole('button', { name: 'Change the end' }).click();
  await expect(page.getByText('Paused', { exact: true })).toBeVisible();
  expect(await statusOf(request, key)).toBe(401);
});

test('without JavaScript a key is paused and resumed', async ({ as, request }) => {
  const page = await as(null, { javaScriptEnabled: false });
  await own(page);
  const key = await openNewKey(page, 'Nightly export');
  await page.getByRole('link', { name: 'Pause', exact: true }).click();
  await page.getByText('Until I resume it').click();
  await page.getByRole('button', { name: 'Pause key' }).click();
  await expect(page.getByText(/^Paused until you resume it/)).toBeVisible();
  expect(await statusOf(request, key)).toBe(401);
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(page.getByRole('button', { name: 'Pause key' })).toBeVisible();
  expect(await statusOf(request, key)).toBe(200);
});

test('nothing is paused in a workspace that is not the one on the page, and nothing that has ended', async ({
  page,
  request,
  guard,
}) => {
  guard.allowStatus(404);
  await own(page, { workspace: 'One' });
  await addWorkspace(page, 'Two');
  await chooseBeside(page, 'One');
  const key = await openNewKey(page, 'Nightly export');
  const address = page.url();
  await page.getByRole('link', { name: 'Pause', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Pause key' })).toBeVisible();
  const beside = await page.context().newPage();
  await chooseBeside(beside, 'Two');
  await page.getByRole('button', { name: 'Pause key' }).click();
  await expect(page.getByText(/^You switched to Two in another tab/)).toBeVisible();
  expect(await statusOf(request, key)).toBe(200);
  expect((await beside.goto(`${address}/pause`))?.status()).toBe(404);

  await chooseBeside(beside, 'One');
  await page.goto(`${address}/pause`);
  await openKeys(beside);
  await revoke(beside, rowOf(beside, 'Nightly export'));
  await page.getByRole('button', { name: 'Pause key' }).click();
  await expect(page.getByText(/^This key has ended/)).toBeVisible();
  await page.goto(`${address}/pause`);
  await expect(heading(page)).toHaveText('Nightly export');
  await expect(page.getByRole('link', { name: 'Pause' })).toHaveCount(0);
});
