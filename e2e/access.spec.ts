import type { Page } from '@playwright/test';
import { expect, prefer, t, test, words } from './fixtures';

test.use({ locale: 'es-ES' });

async function switchTo(page: Page, workspace: string): Promise<void> {
  await page.getByRole('button', { name: t('shell.switchWorkspace', { workspace: '' }) }).click();
  await page.getByRole('button', { name: new RegExp(`^${workspace}`) }).click();
  await expect(
    page.getByRole('button', { name: t('shell.switchWorkspace', { workspace }) }),
  ).toBeVisible();
}

for (const [email, role] of [
  ['admin@acme.test', { en: 'an Admin', es: 'administrador' }],
  ['user@acme.test', { en: 'a User', es: 'usuario' }],
] as const) {
  test(`${email} gets 403 and a page that says why`, async ({ as, guard }) => {
    guard.allowStatus(403);
    const page = await as(email);
    for (const locale of ['en', 'es'] as const) {
      await prefer(page, locale);
      expect((await page.goto('/api-keys'))?.status()).toBe(403);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        words[locale]('ownerOnly.title'),
      );
      await expect(page.getByRole('main')).toContainText(role[locale]);
      await expect(page.getByRole('main')).toContainText('Olivia Marsh');
      const tabs = page.getByRole('navigation', { name: /^(Workspace|Espacio de trabajo)$/ });
      await expect(tabs.getByRole('link')).toHaveCount(2);
      await expect(page.getByRole('link', { name: /^(API keys|Claves de API)$/ })).toHaveCount(0);
    }
  });
}

test('someone who owns one workspace and is Admin of another gets 403 in the other', async ({
  as,
  guard,
}) => {
  guard.allowStatus(403);
  const page = await as('owner@acme.test');
  await page.goto('/invoices');
  await switchTo(page, 'Globex');
  expect((await page.goto('/api-keys'))?.status()).toBe(403);
  await expect(page.getByRole('main')).toContainText('Tu rol en Globex es administrador');
  await switchTo(page, 'Acme');
  expect((await page.goto('/api-keys'))?.status()).toBe(200);
});

test('no key is made in a workspace that another tab switched to', async ({ as }) => {
  const page = await as('owner@acme.test');
  await page.goto('/api-keys');
  const otherTab = await page.context().newPage();
  await otherTab.goto('/invoices');
  await switchTo(otherTab, 'Globex');

  await page.getByLabel(t('contact.name')).fill('Meant for Acme');
  await page.getByRole('button', { name: t('client.createKey.submit') }).click();
  await expect(
    page.getByText(t('refusals.other_workspace', { workspace: 'Globex' })),
  ).toBeVisible();
  await switchTo(otherTab, 'Acme');
  await otherTab.goto('/api-keys');
  await expect(otherTab.getByText('Meant for Acme')).toHaveCount(0);
});

test('a session opens no API route, by cookie or as a Bearer token', async ({ as, request }) => {
  const page = await as('owner@acme.test');
  const cookies = await page.context().cookies();
  const session = cookies.find(({ name }) => name.endsWith('zendrhax.session'));
  for (const path of ['/api/me', '/api/invoices']) {
    const byCookie = await page.request.get(path);
    expect(byCookie.status()).toBe(401);
    expect((await byCookie.json()).code).toBe('missing_credentials');
    const headers = { Authorization: `Bearer ${session?.value}` };
    const asBearer = await request.get(path, { headers });
    expect(asBearer.status()).toBe(401);
    expect((await asBearer.json()).code).toBe('invalid_api_key');
  }
});
