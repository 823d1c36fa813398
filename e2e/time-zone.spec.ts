import type { Page } from '@playwright/test';
import { dayIn } from '@/lib/time-zone';
import { BROWSER_TIME_ZONE } from '@/tests/support/odd-world';
import { domain } from './database';
import { expect, prefer, said, test, words } from './fixtures';
import { generate, makeKey, openKeys, openNewKey } from './keys';
import { own, personOn } from './people';

const INVOICE = {
  customer: 'Northwind Traders',
  currency: 'EUR',
  lines: [{ description: 'Consulting hours', quantity: 1, unit_amount: 100 }],
};

async function finalize(page: Page, key: string) {
  const headers = { Authorization: `Bearer ${key}` };
  const created = await page.request.post('/api/invoices', { headers, data: INVOICE });
  const { id } = await created.json();
  const before = new Date();
  const answer = await page.request.post(`/api/invoices/${id}/finalize`, { headers });
  const { issued_on } = (await answer.json()) as { issued_on: string };
  return { id, issued_on, moments: [before, new Date()] };
}

for (const language of ['en', 'es'] as const) {
  const t = words[language];

  test(`the Owner sets the time zone, and invoices have its days, in ${language}`, async ({
    as,
  }) => {
    const page = await as(null);
    await own(page, { language });
    await prefer(page, language);
    const key = await makeKey(page, 'Billing');
    const field = page.getByLabel(t('settings.workspace.timeZone.label'));
    const days = [];
    // An hour more than a day lies between them: it is never the same day there.
    for (const [typed, zone] of [
      ['kirit', 'Pacific/Kiritimati'],
      ['pago', 'Pacific/Pago_Pago'],
    ] as const) {
      await page.goto('/settings/workspace');
      await field.focus();
      await page.keyboard.type(typed);
      await expect(field).toHaveValue(zone);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await expect(said(page)).toContainText(t('settings.workspace.timeZone.done'));
      await page.reload();
      await expect(field).toHaveValue(zone);
      const there = new Intl.DateTimeFormat(language, { timeZone: zone, weekday: 'long' });
      await expect(field).toHaveAccessibleDescription(new RegExp(there.format(new Date())));

      const { id, issued_on, moments } = await finalize(page, key);
      expect(moments.map((moment) => dayIn(zone, moment))).toContain(issued_on);
      days.push(issued_on);
      await page.goto(`/invoices/${id}`);
      const day = new Date(issued_on).toLocaleDateString(language, {
        dateStyle: 'long',
        timeZone: 'UTC',
      });
      await expect(page.getByText(day)).toBeVisible();
    }
    expect(new Set(days).size).toBe(2);
  });
}

test('the time zone is set without JavaScript too, at 360 px', async ({ as }) => {
  const page = await as(null);
  await own(page);
  const plain = await as(null, {
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
    storageState: await page.context().storageState(),
  });
  await plain.goto('/settings/workspace');
  await plain.getByLabel('Time zone').selectOption('America/Argentina/Buenos_Aires');
  await plain.getByRole('button', { name: 'Set the time zone' }).click();
  await expect(plain.getByText('The time zone is saved.')).toBeVisible();
  await expect(plain.getByLabel('Time zone')).toHaveValue('America/Argentina/Buenos_Aires');
  const { scrollWidth, clientWidth } = await plain
    .locator('html')
    .evaluate(({ scrollWidth, clientWidth }) => ({ scrollWidth, clientWidth }));
  expect(scrollWidth).toBe(clientWidth);
});

test('somebody is told times where they are, where they choose, and in UTC without scripts', async ({
  as,
}) => {
  const page = await as(null);
  await own(page);
  const { db } = await domain();
  const user = { where: { id: personOn(page).userId } };
  const isZone = { name: /time-zone$/ };
  await page.context().clearCookies(isZone);
  await openNewKey(page, 'Nightly export');
  const keyPage = page.url();
  const created = (where: Page) => where.getByRole('main').locator('dl time').first();
  // Nothing was known about this browser when it asked first, and then its cookie said it.
  await expect(created(page)).toHaveAttribute('title', /, \d\d:\d\d:\d\d UTC$/);
  const names = async () => (await page.context().cookies()).map(({ name }) => name);
  await expect.poll(names).toContainEqual(expect.stringMatching(isZone.name));
  await page.reload();
  await expect(created(page)).toHaveAttribute('title', / GMT\+1[23]:45 \(.*\d\d UTC\)$/);
  await expect(created(page)).toHaveAttribute('datetime', /^20[\d-]+T[\d:.]+Z$/);
  expect(await db.user.findUnique(user)).toMatchObject({
    timeZone: null,
    browserZone: BROWSER_TIME_ZONE,
  });

  await page.goto('/settings');
  const field = page.getByLabel('Your time zone');
  await expect(field.locator('option').first()).toHaveText('As the browser (Chatham)');
  await field.selectOption('Asia/Kolkata');
  await page.getByRole('button', { name: 'Set your time zone' }).click();
  await expect(said(page)).toContainText('Your time zone is saved.');
  await expect(field).toHaveAccessibleDescription(/^Now in Kolkata: .* GMT\+5:30 \(.* UTC\)\.$/);
  await page.goto(keyPage);
  await expect(created(page)).toHaveAttribute('title', / GMT\+5:30 \(.*\d\d UTC\)$/);

  await db.user.update({ ...user, data: { timeZone: 'Mars/Olympus' } });
  await page.reload();
  await expect(created(page)).toHaveAttribute('title', / GMT\+1[23]:45 \(.*\d\d UTC\)$/);
  await page.goto('/settings');
  await expect(field).toHaveValue('');
  await db.user.update({ ...user, data: { timeZone: null } });

  const state = await page.context().storageState();
  const cookies = state.cookies.filter(({ name }) => !isZone.name.test(name));
  const plain = await as(null, { javaScriptEnabled: false, storageState: { ...state, cookies } });
  for (const path of [keyPage, keyPage]) {
    await plain.goto(path);
    await expect(created(plain)).toHaveAttribute('title', /, \d\d:\d\d:\d\d UTC$/);
  }
  await plain.goto('/settings');
  await plain.getByLabel('Your time zone').selectOption('America/Lima');
  await plain.getByRole('button', { name: 'Set your time zone' }).click();
  await expect(plain.getByText('Your time zone is saved.')).toBeVisible();
  await plain.goto(keyPage);
  await expect(created(plain)).toHaveAttribute('title', / GMT-5 \(.*\d\d UTC\)$/);
});

test('the answer that has a new key is not compressed, and the page is', async ({ page }) => {
  await own(page, { plan: 'starter' });
  const codings = new Map<string, string | undefined>();
  page.on('response', async (response) => {
    const headers = await response.allHeaders();
    if (new URL(response.url()).pathname !== '/api-keys') return;
    codings.set(response.request().method(), headers['content-encoding']);
  });
  await openKeys(page);
  await generate(page, 'A key');
  await expect.poll(() => [...codings.keys()].sort()).toEqual(['GET', 'POST']);
  expect(codings.get('GET')).toMatch(/^(br|gzip)$/);
  expect(codings.get('POST')).toBeUndefined();
});
