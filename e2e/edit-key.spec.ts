import type { APIRequestContext, Locator } from '@playwright/test';
import { createApiKeyInput, updateApiKeyInput } from '@/lib/api-keys/model/schema';
import { expect, said, test, words } from './fixtures';
import { field, heading, main, ownKey, save } from './key-screens';
import {
  closeReveal,
  generate,
  openKeys,
  openNewKey,
  revoke,
  rowOf,
  statusOf,
  unwatched,
} from './keys';
import type { Language } from './language';
import { addWorkspace, chooseBeside, own } from './people';
import { toldIn } from './times';

const DAY_MS = 86_400_000;

const dayIn = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
const inDays = (days: number, locale: Language) =>
  toldIn(locale, new Date(Date.now() + days * DAY_MS), 'day');

async function statusOfWrite(request: APIRequestContext, key: string): Promise<number> {
  const headers = { Authorization: `Bearer ${key}` };
  return (await request.post('/api/invoices', { headers, data: {} })).status();
}

for (const locale of ['en', 'es'] as const) {
  test(`name, note, access and expiry are edited on the page of a key, in ${locale}`, async ({
    page,
    request,
  }) => {
    const t = words[locale];
    const key = await ownKey(page, 'Nightly export', locale);
    expect(await statusOfWrite(request, key)).toBe(422);
    await field(page, 'name').fill('Weekly export');
    await field(page, 'note').fill('Runs on the small server.\nAsk Uma.');
    await field(page, 'scopes').selectOption('read');
    await field(page, 'expiresInDays').selectOption('30');
    await save(page).click();
    await expect(said(page)).toHaveText(t('apiKeys.edit.done', { name: 'Weekly export' }));
    await expect(save(page)).toBeFocused();
    await expect(heading(page)).toHaveText('Weekly export');
    const facts = main(page).locator('dl').first();
    await expect(facts).toContainText(t('apiKeys.table.readOnly'));
    await expect(facts).toContainText(inDays(30, locale));
    await expect(facts).toContainText('Runs on the small server.\nAsk Uma.', {
      useInnerText: true,
    });
    expect(await statusOfWrite(request, key)).toBe(403);
    expect(await statusOf(request, key)).toBe(200);

    await expect(field(page, 'expiresInDays')).toHaveValue('');
    await expect(field(page, 'lastDay')).toBeHidden();
    await field(page, 'scopes').selectOption('write');
    await field(page, 'expiresInDays').selectOption('day');
    await field(page, 'lastDay').fill(dayIn(3));
    await save(page).click();
    // The day ends in UTC, which is the next one where the browser is.
    const end = new Date(`${dayIn(3)}T23:59:59.999Z`);
    await expect(facts).toContainText(toldIn(locale, end, 'minute'));
    await expect(facts).toContainText(t('apiKeys.table.readWrite'));
    expect(await statusOfWrite(request, key)).toBe(422);

    await field(page, 'expiresInDays').selectOption('never');
    await save(page).click();
    await expect(facts).toContainText(t('apiKeys.table.neverExpires'));
    await expect(field(page, 'note')).toHaveValue('Runs on the small server.\nAsk Uma.');
    await save(page).click();
    await expect(said(page)).toHaveText(t('apiKeys.edit.nothing'));
  });
}

/** Of fields that take no text. */
const VALUES: Record<string, string> = {
  allowedAddresses: '203.0.113.0/24\n2001:db8::/32',
  requestsPerMinute: '7',
};

/** Gives a control another value than it has, whatever it is. */
async function change(control: Locator, name: string): Promise<string> {
  const isChoice = await control.evaluate((element) => element instanceof HTMLSelectElement);
  if (isChoice) await control.selectOption({ index: 1 });
  else await control.fill(VALUES[name] ?? 'Something');
  return control.inputValue();
}

test('each field has its control, where a key is generated and where it is edited', async ({
  page,
}) => {
  await own(page);
  await openKeys(page);
  await page.getByText(words.en('client.createKey.options')).click();
  // The form of an edit shows the name, and no day or time for the expiry.
  const options = createApiKeyInput
    .omit({ name: true, expiresInDays: true, lastDay: true })
    .keyof().options;
  const chosen = [];
  for (const name of options) chosen.push([name, await change(page.locator(`#key-${name}`), name)]);
  await page.locator('#key-expiresInDays').selectOption('90');
  await generate(page, 'Nightly export');
  await closeReveal(page);
  await rowOf(page, 'Nightly export').getByRole('link', { name: 'Nightly export' }).click();
  await expect(heading(page)).toHaveText('Nightly export');
  for (const name of updateApiKeyInput.keyof().options) {
    await expect(field(page, name)).toBeAttached();
  }
  for (const [name = '', value = ''] of chosen) await expect(field(page, name)).toHaveValue(value);
  await expect(main(page).locator('dl').first()).toContainText(inDays(90, 'en'));
});

test('what is wrong stands beside each field, and what was typed stays', async ({ page }) => {
  const key = await ownKey(page, 'Nightly export');
  await field(page, 'name').fill(' ');
  await field(page, 'note').fill(`In case I lose it: ${key}`);
  await field(page, 'expiresInDays').selectOption('day');
  await save(page).click();
  const error = (name: string) => page.locator(`#edit-${name}-error`);
  await expect(error('name')).toHaveText('This must not be empty.');
  await expect(error('note')).toHaveText(/^Leave out the key itself/);
  await expect(error('lastDay')).toHaveText('Choose a day.');
  await expect(field(page, 'name')).toBeFocused();
  await expect(field(page, 'expiresInDays')).toHaveValue('day');

  await field(page, 'name').fill('Nightly export');
  await field(page, 'note').fill('x'.repeat(501));
  await field(page, 'lastDay').fill(dayIn(-1));
  await save(page).click();
  await expect(error('note')).toHaveText('Use at most 500 characters.');
  await expect(error('name')).toHaveCount(0);
  await expect(field(page, 'note')).toHaveValue('x'.repeat(501));

  // Whether a day is over, the database says, once the form is right.
  await field(page, 'note').fill('x'.repeat(500));
  await save(page).click();
  await expect(error('lastDay')).toHaveText(/^This day is over. .*revoke/);
  await expect(error('note')).toHaveCount(0);
  await page.reload();
  await expect(field(page, 'note')).toHaveValue('');
  await expect(main(page).locator('dl').first()).toContainText('Never expires');
});

for (const locale of ['en', 'es'] as const) {
  test(`what an edit takes away is told before it is saved, from what used the key, in ${locale}`, async ({
    as,
    request,
  }) => {
    const t = words[locale];
    const page = await as(null, { javaScriptEnabled: false });
    const key = await ownKey(page, 'Nightly export', locale);
    expect(await statusOf(request, key)).toBe(200);
    expect(await statusOfWrite(request, key)).toBe(422);
    await page.reload();
    const readOnly = page.getByText(/POST \/api\/invoices\.$/);
    const sooner = page.getByText(t('apiKeys.consequence.expire', { count: 2, endpoints: '' }));
    await expect(readOnly).toBeHidden();
    await field(page, 'scopes').selectOption('read');
    await expect(readOnly).toHaveText(
      t('apiKeys.consequence.readOnly', { count: 1, endpoints: 'POST /api/invoices' }),
    );
    await expect(readOnly).toBeVisible();
    await expect(sooner).toBeHidden();
    for (const expiry of ['90', 'day']) {
      await field(page, 'expiresInDays').selectOption(expiry);
      await expect(sooner).toBeVisible();
    }
    await field(page, 'expiresInDays').selectOption('30');
    await save(page).click();
    await expect(page.getByText(t('apiKeys.edit.done', { name: 'Nightly export' }))).toBeVisible();
    // What it already may not do is no loss, nor is a later end.
    await page.goto(page.url());
    await field(page, 'expiresInDays').selectOption('90');
    await expect(sooner).toBeHidden();
    await field(page, 'expiresInDays').selectOption('7');
    await expect(sooner).toBeVisible();
    await expect(readOnly).toHaveCount(0);
  });
}

test('of two tabs, each changes what was typed in it', async ({ page }) => {
  await ownKey(page, 'Nightly export');
  const beside = await page.context().newPage();
  await beside.goto(page.url());
  await field(beside, 'name').fill('Weekly export');
  await field(beside, 'scopes').selectOption('read');
  await save(beside).click();
  await expect(said(beside)).toBeVisible();
  await field(page, 'note').fill('From the first tab');
  await save(page).click();
  await expect(heading(page)).toHaveText('Weekly export');
  await expect(main(page).locator('dl').first()).toContainText('Read only');
  await expect(main(page).locator('dl').first()).toContainText('From the first tab');
});

test('without JavaScript a key is edited, and a refusal shows what was typed', async ({ as }) => {
  const page = await as(null, { javaScriptEnabled: false });
  await ownKey(page, 'Nightly export');
  await expect(field(page, 'lastDay')).toBeHidden();
  // A phone folds the form, but for what is wrong in it.
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(field(page, 'name')).toBeHidden();
  await page.getByText('Name, note, access and limits').click();
  await field(page, 'name').fill('');
  await field(page, 'note').fill('one\ntwo');
  await save(page).click();
  await expect(page.locator('#edit-name-error')).toBeVisible();
  await expect(field(page, 'note')).toHaveValue('one\ntwo');
  await field(page, 'name').fill('Weekly export');
  await save(page).click();
  await expect(heading(page)).toHaveText('Weekly export');
  await expect(main(page).locator('dl').first()).toContainText('one');
});

test('nothing is edited in another workspace, or once the key has ended', async ({
  page,
  request,
  guard,
}) => {
  await own(page, { workspace: 'One' });
  await addWorkspace(page, 'Two');
  await chooseBeside(page, 'One');
  await unwatched(page, guard);
  const key = await openNewKey(page, 'Nightly export');
  await chooseBeside(page, 'Two');
  await field(page, 'name').fill('Meant for One');
  await save(page).click();
  await expect(page.getByText(/^You switched to Two in another tab/)).toBeVisible();
  await expect(field(page, 'name')).toHaveValue('Meant for One');

  await chooseBeside(page, 'One');
  const beside = await page.context().newPage();
  await beside.goto(page.url());
  await expect(heading(beside)).toHaveText('Nightly export');
  await revoke(beside, main(beside));
  expect(await statusOf(request, key)).toBe(401);
  await save(page).click();
  await expect(page.getByText(/^This key has ended/)).toBeVisible();
});
