import type { Page } from '@playwright/test';
import { domain } from './database';
import { expect, t, test } from './fixtures';
import { violations } from './inspect';
import { addKey, belong, own, personOn } from './people';

test.use({ locale: 'es-ES' });

const panel = (page: Page) => page.getByRole('dialog', { name: t('client.find.title') });
const field = (page: Page) => page.getByRole('searchbox', { name: t('client.find.label') });
const hits = (page: Page) => panel(page).getByRole('link');

async function look(page: Page, text: string): Promise<void> {
  await field(page).fill(text);
  await expect(panel(page).getByRole('status')).toHaveText(/^(No se ha|\d+ resultado)/);
}

test('Ctrl+K finds a key by name, by its end and by itself, and Enter opens it', async ({
  page,
}) => {
  await own(page, { plan: 'starter' });
  const { id, secret } = await addKey(page, 'Qwertz');
  await page.goto('/invoices');
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.url()} ${request.headers().referer}`));
  for (const text of ['qwer', secret.slice(-4), `KEY="${secret}"`]) {
    await look(page, text);
    await expect(hits(page).filter({ hasText: 'Qwertz' })).toHaveCount(1);
  }
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/api-keys/${id}$`));
  await expect(panel(page)).toBeHidden();
  expect(asked.join('\n')).not.toContain(secret.slice(3));
  expect(
    await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage })),
  ).not.toContain(secret.slice(3));
});

test('an invoice is found by number and customer, a page and an article by their names', async ({
  page,
}) => {
  await own(page);
  const { db } = await domain();
  const workspaceId = String(personOn(page).workspaceId);
  await db.invoice.create({
    data: {
      workspaceId,
      number: 42,
      status: 'OPEN',
      customer: 'Café Martínez',
      currency: 'EUR',
      total: 1250n,
    },
  });
  await page.goto('/api-keys');
  await page.getByRole('button', { name: t('client.find.trigger') }).click();
  for (const text of ['42', 'INV-000042', 'martínez']) {
    await look(page, text);
    await expect(hits(page).filter({ hasText: 'Café Martínez' })).toContainText('INV-000042');
  }
  await look(page, 'miembros');
  await expect(hits(page).filter({ hasText: new RegExp(`^${t('shell.members')}`) })).toHaveCount(1);
  await look(page, 'limite de peticiones');
  await expect(
    panel(page).getByRole('region', { name: t('client.find.kinds.help') }),
  ).toBeVisible();
  await look(page, 'qwertzuiop');
  await expect(panel(page).getByRole('status')).toBeVisible();
  await expect(hits(page)).toHaveCount(0);
});

test('arrow keys lead through what was found, Escape closes, and the focus is where it was', async ({
  page,
}) => {
  await own(page, { plan: 'starter' });
  for (const name of ['Tienda uno', 'Tienda dos']) await addKey(page, name);
  await page.goto('/plans');
  const link = page.getByRole('link', { name: t('site.help') }).first();
  await link.focus();
  await page.keyboard.press('/');
  await look(page, 'tienda');
  await page.keyboard.press('ArrowDown');
  await expect(hits(page).first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(hits(page).nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(field(page)).toBeFocused();
  expect(await violations(page, 'dialog')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();
});

test('/ types where somebody types, and can be turned off', async ({ page }) => {
  await own(page, { plan: 'starter' });
  await page.goto('/api-keys');
  const name = page.getByRole('textbox', { name: t('client.createKey.labels.name') });
  await name.pressSequentially('a/b');
  await expect(name).toHaveValue('a/b');
  await expect(panel(page)).toBeHidden();
  await page.keyboard.press('Control+k');
  await panel(page)
    .getByRole('checkbox', { name: t('client.find.bySlash') })
    .uncheck();
  await page.keyboard.press('Escape');
  await page.goto('/invoices');
  await page.keyboard.press('/');
  await expect(panel(page)).toBeHidden();
});

test('who is not the Owner finds no key, not by itself either', async ({ as }) => {
  const owner = await as(null);
  await own(owner, { plan: 'starter' });
  const { secret } = await addKey(owner, 'Qwertz');
  const member = await as(null);
  await belong(member, owner, { role: 'ADMIN' });
  await member.goto('/invoices');
  await member.keyboard.press('Control+k');
  for (const text of ['Qwertz', secret]) {
    await look(member, text);
    await expect(hits(member)).toHaveCount(0);
  }
});
