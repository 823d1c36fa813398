import { expect, test } from './fixtures';

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
  for (const broken of [`${cursor.slice(0, -3)}!!!`, 'x', '1&cursor=2', 'e30']) {
    await page.goto(`/invoices?cursor=${broken}`);
    await expect(page).toHaveURL(/\/invoices$/);
    await expect(page.locator('tbody a')).toHaveCount(12);
  }
  await page.goto('/invoices');
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
