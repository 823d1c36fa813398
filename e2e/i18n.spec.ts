import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { confirmation, makeKey, revoke, rowOf } from './keys';
import { own, PASSWORD } from './people';

const language = (page: Page) => page.getByRole('group', { name: /^(Language|Idioma)$/ });
const choose = (page: Page, locale: 'en' | 'es') =>
  language(page).getByRole('button', { name: locale, exact: true }).click();

const PAGES = [
  {
    path: '/',
    en: 'API keys that end when you say so',
    es: 'Claves de API que dejan de funcionar',
  },
  { path: '/plans', en: 'Plans', es: 'Planes' },
  { path: '/plans', en: 'Plans', es: 'Planes', email: 'owner@hooli.test' },
  { path: '/contact', en: 'Contact', es: 'Contacto' },
  { path: '/sign-in', en: 'Sign in', es: 'Iniciar sesión' },
  { path: '/help', en: 'Help Center', es: 'Centro de ayuda' },
  { path: '/help/api-keys', en: 'API keys', es: 'Claves de API' },
  { path: '/help/errors', en: 'API errors', es: 'Errores de la API' },
  { path: '/legal', en: 'Legal Center', es: 'Centro legal' },
  { path: '/legal/privacy', en: 'Privacy Policy', es: 'Política de privacidad' },
  { path: '/docs', en: 'API reference', es: 'Referencia de la API' },
  { path: '/nowhere', en: 'There is nothing here', es: 'Aquí no hay nada' },
  { path: '/api-keys', en: 'API keys', es: 'Claves de API', email: 'owner@umbrella.test' },
  { path: '/invoices', en: 'Invoices', es: 'Facturas', email: 'owner@umbrella.test' },
  { path: '/api-keys', en: 'Only the Owner', es: 'Solo el propietario', email: 'user@acme.test' },
];

for (const email of [undefined, 'owner@hooli.test', 'owner@umbrella.test', 'user@acme.test']) {
  test(`pages switch between English and Spanish for ${email ?? 'a visitor'}`, async ({
    as,
    guard,
  }) => {
    guard.allowStatus(403, 404);
    const page = await as(email ?? null);
    const heading = page.getByRole('heading', { level: 1 });
    for (const { path, en, es } of PAGES.filter((one) => one.email === email)) {
      await page.goto(path);
      await expect(page.locator('html')).toHaveAttribute('lang', 'en');
      await expect(heading, path).toContainText(en);
      await choose(page, 'es');
      await expect(heading, path).toContainText(es);
      await expect(page.locator('html')).toHaveAttribute('lang', 'es');
      await expect(language(page).locator('[aria-current=true]')).toHaveText('es');
      await page.reload();
      await expect(heading, path).toContainText(es);
      await choose(page, 'en');
      await expect(heading, path).toContainText(en);
      await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    }
  });
}

test('the first visit is in the language of the browser, and a choice outlives it', async ({
  as,
}) => {
  const page = await as(null, { locale: 'es-MX' });
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await choose(page, 'en');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.goto('/sign-in');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('a language that is not there becomes English', async ({ as }) => {
  const page = await as(null, { locale: 'de-DE' });
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('the whole way through in Spanish', async ({ as }) => {
  const { email } = await own(await as(null), { language: 'es' });
  const page = await as(null, { locale: 'es-ES' });
  await page.goto('/api-keys');
  await expect(page).toHaveTitle(/Iniciar sesión/);
  await page.getByLabel('Correo electrónico').fill(email);
  await page.getByLabel('Contraseña').fill(PASSWORD);
  await page.getByRole('main').getByRole('button', { name: 'Iniciar sesión' }).click();
  await expect(page.getByRole('heading', { name: 'Claves de API', level: 1 })).toBeVisible();

  await page.getByLabel('Nombre').fill('Copia nocturna');
  await page.getByRole('button', { name: 'Generar' }).click();
  const modal = page.getByRole('dialog', { name: 'Tu nueva clave de API' });
  await expect(modal.getByRole('button', { name: 'Copiar', exact: true })).toBeVisible();
  await modal.getByRole('button', { name: 'Listo' }).click();
  await modal.getByRole('button', { name: 'Cerrar sin copiar' }).click();
  await rowOf(page, 'Copia nocturna').getByRole('button', { name: 'Revocar' }).click();
  await expect(confirmation(page)).toContainText('¿Revocar «Copia nocturna»?');
  await confirmation(page).getByRole('button', { name: 'Revocar clave' }).click();
  await expect(rowOf(page, 'Copia nocturna')).toHaveCount(0);
});

test('a change of language leaves what was made as it was', async ({ page }) => {
  await own(page);
  await makeKey(page, 'Bilingual');
  await choose(page, 'es');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Claves de API');
  await revoke(page, rowOf(page, 'Bilingual'));
});
