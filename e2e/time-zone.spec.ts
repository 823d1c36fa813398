import type { Page } from '@playwright/test';
import { dayIn } from '@/lib/time-zone';
import { expect, prefer, said, test, words } from './fixtures';
import { generate, makeKey, openKeys } from './keys';
import { own } from './people';

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
