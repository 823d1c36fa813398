/**
 * Photographs every page of a running server with the demo workspaces, to be looked at:
 *
 *     BASE_URL=http://localhost:3000 tsx scripts/screenshots.ts FOLDER
 *
 * The keys that it makes are revoked again. With a new database the empty lists are empty.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { launchOptions } from '@/e2e/browser';
import { signIn } from '@/e2e/sign-in';

const LOCALES = ['en', 'es'] as const;
const THEMES = ['light', 'dark'] as const;
const WIDTHS = [360, 768, 1280] as const;
/** One filter of each kind; the last cannot be used. */
const FILTERED = '/invoices?status=paid&customer=toys&issued_to=yesterday';
const KEY_NAMES = ['Nightly export', 'Billing dashboard', 'Nightly export'];

const baseURL = process.env.BASE_URL ?? 'http://localhost:3000';
const folder = process.argv[2];
if (!folder) {
  console.error('Name the folder for the pictures: tsx scripts/screenshots.ts FOLDER');
  process.exit(1);
}
mkdirSync(folder, { recursive: true });

const browser = await chromium.launch(launchOptions);
const people = {
  nobody: await contextOf(null),
  owner: await contextOf('owner@acme.test'),
  admin: await contextOf('admin@acme.test'),
  umbrella: await contextOf('owner@umbrella.test'),
};

const seed = await people.owner.newPage();
await seed.goto('/api-keys');
for (const name of KEY_NAMES) {
  await generate(seed, name);
  await closeReveal(seed);
}
await seed.goto('/invoices');
const invoice = await seed.locator('tbody a').nth(4).getAttribute('href');
await seed.close();

for (const locale of LOCALES) {
  for (const theme of THEMES) {
    await photograph('home', '/', people.nobody, locale, theme);
    await photograph('sign-in', '/sign-in', people.nobody, locale, theme);
    await photograph('help', '/help', people.nobody, locale, theme);
    await photograph('help-search', '/help?q=key+clave', people.nobody, locale, theme);
    await photograph('help-article', '/help/keeping-keys-safe', people.nobody, locale, theme);
    await photograph('help-errors', '/help/errors', people.nobody, locale, theme);
    await photograph('legal', '/legal', people.nobody, locale, theme);
    await photograph('legal-privacy', '/legal/privacy', people.nobody, locale, theme);
    await photograph('docs', '/docs', people.nobody, locale, theme);
    await photograph('docs-try', '/docs#postInvoices', people.nobody, locale, theme, openTrial);
    await photograph('not-found', '/nowhere', people.nobody, locale, theme);
    await photograph('forbidden', '/api-keys', people.admin, locale, theme);
    await photograph('api-keys-empty', '/api-keys', people.umbrella, locale, theme);
    await photograph('api-keys-full', '/api-keys', people.owner, locale, theme);
    await photograph('api-keys-revoke', '/api-keys', people.owner, locale, theme, openRevoke);
    await photograph('api-keys-reveal', '/api-keys', people.owner, locale, theme, (page) =>
      generate(page, 'Staging server'),
    );
    await photograph('invoices', '/invoices', people.owner, locale, theme);
    await photograph('invoices-filtered', FILTERED, people.owner, locale, theme);
    await photograph('invoices-no-match', '/invoices?customer=no', people.owner, locale, theme);
    await photograph('invoice', String(invoice), people.owner, locale, theme);
  }
}
await revokeAll();
await browser.close();

async function contextOf(email: string | null): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL, reducedMotion: 'reduce' });
  if (!email) return context;
  const page = await context.newPage();
  await signIn(page, email);
  await page.close();
  return context;
}

async function photograph(
  name: string,
  path: string,
  context: BrowserContext,
  locale: (typeof LOCALES)[number],
  theme: (typeof THEMES)[number],
  prepare?: (page: Page) => Promise<void>,
): Promise<void> {
  await context.addCookies([
    { name: 'zendrhax.locale', value: locale, url: baseURL },
    { name: 'zendrhax.theme', value: theme, url: baseURL },
  ]);
  const page = await context.newPage();
  await page.goto(path);
  await prepare?.(page);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    const file = `${name}-${width}-${theme}-${locale}.png`;
    await page.screenshot({ path: join(String(folder), file), fullPage: !prepare });
    console.log(file);
  }
  // Leaving a page whose modal shows a key would ask; closing it does not.
  await page.close({ runBeforeUnload: false });
}

async function generate(page: Page, name: string): Promise<void> {
  await page.locator('#key-name').fill(name);
  await page.locator('button[type=submit]:near(#key-name)').first().click();
  await page.getByRole('dialog').waitFor();
}

async function closeReveal(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Done|Listo)$/ }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

async function openTrial(page: Page): Promise<void> {
  await page.locator('article:has(#postInvoices) summary').first().click();
  await page.locator('#postInvoices-body').waitFor();
}

async function openRevoke(page: Page): Promise<void> {
  await page.locator('tbody button').first().click();
  await page.getByRole('alertdialog').waitFor();
}

async function revokeAll(): Promise<void> {
  const page = await people.owner.newPage();
  await page.goto('/api-keys');
  const buttons = page.getByRole('button', { name: /^(Revoke|Revocar)$/ });
  for (let left = await buttons.count(); left > 0; left--) {
    await buttons.first().click();
    await page.getByRole('button', { name: /^(Revoke key|Revocar clave)$/ }).click();
    await page.getByRole('alertdialog').waitFor({ state: 'hidden' });
  }
}
