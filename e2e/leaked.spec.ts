import type { Page } from '@playwright/test';
import { expect, said, t, test, words } from './fixtures';
import { inspect } from './inspect';
import { makeKeys, openNewKey, reveal, rowOf, statusOf } from './keys';
import { mailTo } from './mail';
import { addKey, addWorkspace, chooseBeside, own } from './people';

test.use({ locale: 'es-ES' });

const PHONE = { width: 360, height: 740 };
const NAME = 'Nightly export';

const itLeaked = (page: Page, w = t) =>
  page.getByRole('link', { name: w('apiKeys.leaked.link'), exact: true });
const revokeNow = (page: Page, w = t) =>
  page.getByRole('button', { name: w('apiKeys.leaked.submit'), exact: true });
const receipt = (page: Page, w = t) =>
  page.getByRole('region', { name: w('apiKeys.receipt.title') });

for (const language of ['en', 'es'] as const) {
  test(`on a phone a key that leaked is dead after two taps, and the receipt comes by itself, in ${language}`, async ({
    as,
    request,
  }) => {
    const w = words[language];
    const page = await as(null, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.setViewportSize(PHONE);
    await own(page, { language, workspace: 'Analytical Engines' });
    const key = await openNewKey(page, NAME);
    expect(await statusOf(request, key)).toBe(200);
    const address = page.url();

    await expect(itLeaked(page, w)).toBeInViewport({ ratio: 1 });
    await itLeaked(page, w).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      w('apiKeys.leaked.title', { name: NAME }),
    );
    await expect(page.getByText(/GET \/api\/me.* 1 endpoint/)).toBeVisible();
    await expect(revokeNow(page, w)).toBeInViewport({ ratio: 1 });
    expect(await statusOf(request, key)).toBe(200);
    await revokeNow(page, w).click();

    await expect(page).toHaveURL(`${address}#receipt`);
    const hint = `${key.slice(0, 7)}…${key.slice(-4)}`;
    await expect(said(page)).toHaveText(w('apiKeys.revoked', { name: NAME, hint }));
    expect(await statusOf(request, key)).toBe(401);
    const title = receipt(page, w).getByRole('heading', { name: w('apiKeys.receipt.title') });
    await expect(title).toBeInViewport();
    await expect(receipt(page, w)).toContainText(w('apiKeys.receipt.at.leaked'));
    await expect(receipt(page, w)).toContainText(w('apiKeys.receipt.refused'));

    await page.getByRole('button', { name: w('client.sendOn.copy') }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    for (const part of [NAME, 'Analytical Engines', 'Robin Doe', `${address}#receipt`]) {
      expect(copied).toContain(part);
    }
    expect(copied).not.toContain(key.slice(3, 12));
    await expect(receipt(page, w)).toContainText(`${address}#receipt`);

    // Back leads past the question, which nobody is asked twice.
    await page.goto(`${address}/leaked`);
    await expect(page).toHaveURL(`${address}#receipt`);
  });
}

test('the list offers it in the menu of a row, and a pasted key leads to where it is offered', async ({
  page,
  request,
}) => {
  await own(page, { plan: 'pro' });
  const others = Array.from({ length: 9 }, (_, index) => `Key ${index}.`);
  const [key = ''] = await makeKeys(page, [NAME, ...others]);
  await page.getByRole('button', { name: t('apiKeys.list.more', { name: NAME }) }).click();
  await itLeaked(page).click();
  await expect(revokeNow(page)).toBeVisible();

  await page.goto('/api-keys');
  const search = page.getByRole('searchbox', { name: t('apiKeys.list.search') });
  await search.fill(`API_KEY=${key}`);
  await search.press('Enter');
  await itLeaked(page).click();
  await revokeNow(page).click();
  await expect(receipt(page)).toContainText(t('apiKeys.receipt.at.leaked'));
  expect(await statusOf(request, key)).toBe(401);
  await page.goto('/api-keys');
  await expect(rowOf(page, NAME)).toHaveCount(0);

  // From everywhere, on a phone: two taps once the key is pasted, and none for one that is dead.
  await page.setViewportSize(PHONE);
  await page.goto('/invoices');
  const { secret } = await addKey(page, 'In a chat');
  for (const [pasted, offered] of [
    [key, 0],
    [secret, 1],
  ] as const) {
    await page.getByRole('button', { name: t('client.find.trigger') }).click();
    await page.getByRole('searchbox', { name: t('client.find.label') }).fill(pasted);
    await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(1);
    await expect(itLeaked(page)).toHaveCount(offered);
    if (!offered) await page.keyboard.press('Escape');
  }
  await expect(itLeaked(page)).toHaveAccessibleDescription('In a chat');
  await itLeaked(page).click();
  await revokeNow(page).click();
  await expect(receipt(page)).toContainText(t('apiKeys.receipt.at.leaked'));
  expect(await statusOf(request, secret)).toBe(401);
});

test('without JavaScript a key that leaked is dead, and the receipt is there to be copied', async ({
  as,
  request,
}) => {
  const page = await as(null, { javaScriptEnabled: false });
  await own(page);
  const key = await openNewKey(page, NAME);
  const address = page.url();
  await itLeaked(page).click();
  await revokeNow(page).click();
  await expect(receipt(page)).toContainText(t('apiKeys.receipt.at.leaked'));
  await expect(receipt(page)).toContainText(`${address}#receipt`);
  await expect(page.getByRole('button', { name: t('client.sendOn.copy') })).toBeHidden();
  expect(await statusOf(request, key)).toBe(401);
  await page.goto(`${address}/leaked`);
  await expect(page).toHaveURL(`${address}#receipt`);
  await expect(receipt(page)).toBeVisible();
});

test('another key takes its place at once, where something needs one', async ({
  page,
  request,
}) => {
  await own(page);
  const key = await openNewKey(page, NAME);
  expect(await statusOf(request, key)).toBe(200);
  await itLeaked(page).click();
  await page.getByRole('link', { name: t('apiKeys.leaked.rotate') }).click();
  const now = page.getByRole('radio', { name: t('client.rotateKey.rules.now.label') });
  await expect(now).toBeChecked();
  await expect(now).toHaveAccessibleDescription(/Esto detiene 1 endpoint de la API/);
  await page.getByRole('button', { name: t('client.rotateKey.submit'), exact: true }).click();
  await expect(reveal(page)).toBeVisible();
  expect(await statusOf(request, key)).toBe(401);
});

test('nothing is revoked in a workspace that is not the one on the page', async ({
  page,
  request,
}) => {
  await own(page, { workspace: 'One' });
  await addWorkspace(page, 'Two');
  await chooseBeside(page, 'One');
  const key = await openNewKey(page, NAME);
  await itLeaked(page).click();
  await expect(revokeNow(page)).toBeVisible();
  await chooseBeside(page, 'Two');
  await revokeNow(page).click();
  await expect(page.getByRole('alert').filter({ hasText: /^Has cambiado a Two/ })).toBeVisible();
  expect(await statusOf(request, key)).toBe(200);
});

for (const language of ['en', 'es'] as const) {
  test(`a key that a stranger reports is dead, and its Owner is told until they have understood, in ${language}`, async ({
    as,
    request,
  }) => {
    const w = words[language];
    const page = await as(null);
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
    await page.setViewportSize(PHONE);
    const { email } = await own(page, { language, plan: 'pro' });
    const found = 'https://example.com/paste/1';
    const report = async (key: string) => {
      const data = { keys: [key], source_url: found };
      expect((await request.post('/api/leaked-keys', { data })).status()).toBe(202);
    };
    const told = (response: 'REVOKE' | 'PAUSE') =>
      page
        .getByRole('paragraph')
        .filter({ hasText: w('apiKeys.reported.title', { done: response }) });
    const understood = page.getByRole('button', { name: w('apiKeys.reported.dismiss') });
    const ofMany = (count: number) =>
      page.getByText(w('apiKeys.reported.titleOfMany', { count }), { exact: true });

    // The page of the key is open, and says so by itself.
    const key = await openNewKey(page, NAME);
    await report(key);
    await expect(told('REVOKE')).toBeVisible();
    expect(await statusOf(request, key)).toBe(401);
    await expect(page.getByText(w('apiKeys.reported.source', { source: found }))).toBeVisible();
    await expect(page.getByRole('link', { name: 'example.com' })).toHaveCount(0);
    await expect(receipt(page, w)).toContainText(w('apiKeys.receipt.at.reported'));
    const mail = await mailTo(email, /leaked|filtrado/);
    expect(mail.text).toContain(new URL(page.url()).pathname);
    expect(mail.text).not.toContain(found);
    if (language === 'en') await inspect(page, 'the page of a reported key');

    await page.goto('/settings/workspace');
    const choice = page.getByLabel(w('settings.workspace.whenReported.label'));
    await expect(choice).toHaveValue('REVOKE');
    await choice.selectOption('PAUSE');
    await page.getByRole('button', { name: w('settings.workspace.whenReported.submit') }).click();
    const done = w('settings.workspace.whenReported.done', { response: 'PAUSE' });
    await expect(page.getByText(done)).toBeVisible();
    await expect(choice).toHaveValue('PAUSE');

    const other = await openNewKey(page, 'Another one');
    await report(other);
    await expect(told('PAUSE')).toBeVisible();
    expect(await statusOf(request, other)).toBe(401);
    await understood.click();
    await expect(told('PAUSE')).toBeHidden();
    await expect(said(page)).toHaveText(w('apiKeys.reported.dismissed'));
    const resume = page.getByRole('button', { name: w('apiKeys.pause.resume'), exact: true });
    await resume.click();
    await expect(resume).toBeHidden();
    expect(await statusOf(request, other)).toBe(200);

    await page.goto('/api-keys');
    await expect(ofMany(1)).toBeVisible();
    if (language === 'es') await inspect(page, 'the list with a reported key');
    await understood.click();
    await expect(ofMany(1)).toBeHidden();
  });
}
