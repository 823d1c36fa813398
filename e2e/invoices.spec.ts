import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';

import { encodeCursor } from '@/lib/cursor';
import { NEWEST_FIRST } from '@/lib/paging';
import { expect, prefer, test } from './fixtures';

const rows = (page: Page) => page.getByRole('table').locator('tbody tr');
const filters = (page: Page) => page.getByRole('search');
const filter = (page: Page) =>
  filters(page)
    .getByRole('button', { name: /^(Filter|Filtrar)$/ })
    .click();

test('invoices are listed in pages, to the oldest and back', async ({ as }) => {
  const page = await as('owner@acme.test');
  await page.goto('/invoices');
  const links = page.getByRole('table').locator('tbody a');
  const seen = new Set<string | null>();
  const older = page.getByRole('link', { name: 'Older' });
  for (const rows of [20, 20, 20, 20, 20, 20, 8]) {
    await expect(links).toHaveCount(rows);
    await expect(links.first()).not.toHaveAttribute('href', [...seen].at(-rows) ?? '');
    for (const link of await links.all()) seen.add(await link.getAttribute('href'));
    if (rows === 20) {
      const last = String(await links.last().getAttribute('href'));
      await older.click();
      await expect(page.locator(`a[href="${last}"]`)).toHaveCount(0);
    }
  }
  expect(seen.size).toBe(128);
  await expect(older).toHaveCount(0);
  await page.getByRole('link', { name: 'Newest' }).click();
  await expect(page).toHaveURL(/\/invoices$/);
  await expect(links).toHaveCount(20);
});

test('an invoice shows its lines and their sum, to every member', async ({ as }) => {
  const page = await as('user@acme.test');
  await page.goto('/invoices');
  const row = page.getByRole('row').filter({ hasText: 'Paid' }).first();
  const total = String(await row.getByRole('cell').last().textContent());
  const number = String(await row.getByRole('link').textContent());
  await row.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(number);
  await expect(page.getByText(total).last()).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Invoices' }).click();
  await expect(page).toHaveURL(/\/invoices$/);
});

test('an invoice leads back to the page and the filter that it was found with', async ({ as }) => {
  const page = await as('user@acme.test');
  await page.goto('/invoices?status=paid');
  await page.getByRole('link', { name: 'Older' }).click();
  await expect(page).toHaveURL(/cursor=/);
  const list = page.url();
  const link = page.locator('tbody a').first();
  const number = String(await link.textContent());
  await link.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(number);
  await page.getByRole('main').getByRole('link', { name: 'Invoices' }).click();
  await expect(page).toHaveURL(list);
  await expect(page.getByRole('rowheader', { name: number })).toBeVisible();
});

test('on paper an invoice is dark on white, says whose it is, and leads nowhere', async ({
  as,
}) => {
  const page = await as('user@acme.test', { colorScheme: 'dark' });
  await page.goto('/invoices?status=paid');
  await page.locator('tbody a').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('INV');
  await page.emulateMedia({ media: 'print' });
  const colours = await page.evaluate(() => {
    const { backgroundColor, color } = getComputedStyle(document.body);
    return { backgroundColor, ink: Number(/[\d.]+/.exec(color)?.[0]) };
  });
  expect(colours.backgroundColor).toBe('rgb(255, 255, 255)');
  expect(colours.ink).toBeLessThan(50);
  await expect(page.getByRole('main')).toContainText('Acme');
  for (const link of await page.getByRole('link').all()) await expect(link).toBeHidden();
  await expect(page.getByRole('button')).toHaveCount(0);
});

test("another workspace's invoice is not found, like one that never was", async ({ as, guard }) => {
  guard.allowStatus(404);
  const globex = await as('owner@globex.test');
  await globex.goto('/invoices');
  const foreign = await globex.locator('tbody a').first().getAttribute('href');
  expect((await globex.goto(String(foreign)))?.status()).toBe(200);

  const page = await as('owner@initech.test');
  const never = '/invoices/0199aaaa-0000-7000-8000-000000000000';
  for (const path of [String(foreign), never, '/invoices/1', "/invoices/'%20or%20true"]) {
    expect((await page.goto(path))?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing here');
  }
});

test('an address with a broken or foreign cursor shows only what is one’s own', async ({ as }) => {
  const globex = await as('owner@globex.test');
  await globex.goto('/invoices');
  const older = await globex.getByRole('link', { name: 'Older' }).getAttribute('href');
  const cursor = new URL(String(older), 'http://host').searchParams.get('cursor') ?? '';

  const page = await as('owner@initech.test');
  const pastTheEnd = encodeCursor(NEWEST_FIRST, { createdAt: new Date(0), id: randomUUID() });
  for (const broken of [`${cursor.slice(0, -3)}!!!`, 'x', '1&cursor=2', 'e30', pastTheEnd]) {
    await page.goto(`/invoices?cursor=${broken}`);
    await expect(page).toHaveURL(/\/invoices$/);
    await expect(page.locator('tbody a')).toHaveCount(12);
  }
  await page.goto('/invoices?status=gone&cursor=x');
  await expect(page).toHaveURL(/\/invoices\?status=gone$/);
  await page.goto('/invoices');
  await expect(page.locator('tbody a')).toHaveCount(12);
  const own = await page.locator('tbody a').evaluateAll((all) => all.map((a) => a.outerHTML));
  await page.goto(`/invoices?cursor=${cursor}`);
  const shown = await page.locator('tbody a').evaluateAll((all) => all.map((a) => a.outerHTML));
  expect(shown.filter((link) => !own.includes(link))).toEqual([]);
});

test('a workspace without invoices says what will be here', async ({ as }) => {
  const page = await as('owner@umbrella.test');
  await page.goto('/invoices');
  await expect(page.getByRole('heading', { name: 'No invoices yet' })).toBeVisible();
  await expect(page.getByRole('table')).toHaveCount(0);
});

test('filters by status and customer hold from page to page until cleared', async ({ as }) => {
  const page = await as('owner@acme.test');
  await page.goto('/invoices');
  await filters(page).getByLabel('Status').selectOption('Paid');
  await filter(page);
  await expect(page).toHaveURL(/\/invoices\?status=paid$/);
  const first = String(await rows(page).first().getByRole('link').textContent());
  await page.getByRole('link', { name: 'Older' }).click();
  await expect(page).toHaveURL(/\?status=paid&cursor=/);
  await expect(page.getByRole('link', { name: first })).toHaveCount(0);
  await expect(rows(page).filter({ hasText: 'Paid' })).toHaveCount(20);
  await page.getByRole('link', { name: 'Newest' }).click();
  await expect(page.getByRole('link', { name: first })).toBeVisible();
  await expect(page).toHaveURL(/\/invoices\?status=paid$/);

  await filters(page).getByLabel('Customer').fill('  KYOTO ');
  await filter(page);
  await expect(page).toHaveURL(/\/invoices\?status=paid&customer=KYOTO$/);
  await expect(rows(page)).toHaveCount(13);
  await expect(
    rows(page).filter({ hasText: 'Kyoto Paper' }).filter({ hasText: 'Paid' }),
  ).toHaveCount(13);
  await expect(filters(page).getByLabel('Status')).toHaveValue('paid');
  await expect(filters(page).getByLabel('Customer')).toHaveValue('KYOTO');

  await filters(page).getByRole('link', { name: 'Clear' }).click();
  await expect(page).toHaveURL(/\/invoices$/);
  await expect(rows(page)).toHaveCount(20);
  await expect(filters(page).getByLabel('Status')).toHaveValue('');
  await expect(filters(page).getByLabel('Customer')).toHaveValue('');
  await expect(filters(page).getByRole('link', { name: 'Clear' })).toHaveCount(0);
});

test('a filter by day of issue takes in both days, without JavaScript too', async ({ as }) => {
  const page = await as('user@acme.test', { javaScriptEnabled: false });
  await page.goto('/invoices?status=open');
  const issued = (await rows(page).locator('td:nth-child(3)').allTextContents()).slice(3, 9);
  const [to, from] = [issued[0], issued.at(-1)].map((text) =>
    new Date(`${text} UTC`).toISOString().slice(0, 10),
  );
  await page.goto('/invoices');
  await filters(page).getByLabel('Issued from').fill(String(from));
  await filters(page).getByLabel('Issued until').fill(String(to));
  await filter(page);
  await expect(page).toHaveURL(new RegExp(`/invoices\\?issued_from=${from}&issued_to=${to}$`));
  await expect(rows(page).locator('td:nth-child(3)')).toHaveText(issued);
  await expect(filters(page).getByLabel('Issued from')).toHaveValue(String(from));
});

test('filters that match nothing say so, and can be cleared', async ({ as }) => {
  const page = await as('owner@acme.test');
  await page.goto('/invoices?issued_from=2030-01-01&issued_to=2020-01-01');
  await expect(page.getByRole('heading', { name: 'No invoice matches' })).toBeVisible();
  await expect(filters(page).getByLabel('Issued until')).toHaveValue('2020-01-01');
  await page.getByRole('link', { name: 'Clear filters' }).click();
  await expect(page).toHaveURL(/\/invoices$/);
  await expect(rows(page)).toHaveCount(20);
  await expect(filters(page).getByLabel('Issued until')).toHaveValue('');
});

test('an address with wrong filters keeps the right ones and names the wrong', async ({ as }) => {
  const page = await as('owner@acme.test');
  await page.goto('/invoices?status=lost&customer=toys&issued_from=31/12/2026&cursor=x');
  await expect(page).not.toHaveURL(/cursor/);
  await expect(rows(page)).toHaveCount(16);
  await expect(rows(page).filter({ hasText: 'Tailspin Toys' })).toHaveCount(16);
  const field = (name: string) => filters(page).getByLabel(name);
  await expect(field('Status')).toHaveAccessibleDescription(/^There is no such status/);
  await expect(field('Issued from')).toHaveAccessibleDescription(/^That is not a date/);
  await expect(field('Customer')).toHaveValue('toys');
  await expect(field('Customer')).not.toHaveAttribute('aria-invalid');

  for (const customer of ['%00', '%E2%80%AE', 'x'.repeat(201)]) {
    const answer = await page.goto(`/invoices?customer=${customer}`);
    expect(answer?.status()).toBe(200);
    await expect(field('Customer')).toHaveAccessibleDescription(/^Write up to 200/);
    await expect(rows(page)).toHaveCount(20);
  }
  await page.goto('/invoices?status=paid&status=open&customer=&issued_to=0000-01-01');
  await expect(page).toHaveURL(/\/invoices\?issued_to=0000-01-01$/);
  await expect(field('Issued until')).toHaveAttribute('aria-invalid', 'true');
});

test('filters speak Spanish', async ({ as }) => {
  const page = await as('owner@acme.test');
  await prefer(page, 'es');
  await page.goto('/invoices');
  await filters(page).getByLabel('Estado').selectOption('Borrador');
  await filter(page);
  await expect(rows(page).filter({ hasText: 'Borrador' })).toHaveCount(3);
  await filters(page).getByLabel('Emitida desde').fill('2026-01-01');
  await filter(page);
  await expect(page.getByRole('heading', { name: 'Ninguna factura coincide' })).toBeVisible();
  await filters(page).getByRole('link', { name: 'Limpiar' }).click();
  await expect(rows(page)).toHaveCount(20);
});
