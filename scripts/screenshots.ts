/**
 * Takes screenshots of every page of a running server with the demo workspaces:
 *
 *     BASE_URL=http://localhost:3000 tsx scripts/screenshots.ts FOLDER [NAME]
 *
 * NAME takes only the pictures whose names begin with it. The script revokes the keys that it
 * creates. Empty lists are empty only on a new database.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { launchOptions } from '@/e2e/browser';
import { signIn } from '@/e2e/sign-in';

const LOCALES = ['en', 'es'] as const;
const THEMES = ['light', 'dark'] as const;
const WIDTHS = [360, 768, 1280] as const;
/** One filter of each kind; the last is invalid. */
const FILTERED = '/invoices?status=paid&customer=toys&issued_to=yesterday';
const KEY_NAMES = ['Nightly export', 'Billing dashboard', 'Nightly export'];

const baseURL = process.env.BASE_URL ?? 'http://localhost:3000';
const [folder, only] = process.argv.slice(2);
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

type Shot = [
  name: string,
  path: string,
  who: keyof typeof people,
  prepare?: (page: Page) => Promise<void>,
];

const SHOTS: Shot[] = [
  ['home', '/', 'nobody'],
  ['home-menu', '/', 'nobody', openMenu],
  ['plans', '/plans', 'nobody'],
  ['plans-owner', '/plans', 'owner'],
  ['plans-switch', '/plans', 'owner', openSwitch],
  ['contact', '/contact', 'nobody'],
  ['contact-sent', '/contact?sent', 'nobody'],
  ['sign-in', '/sign-in', 'nobody'],
  ['register', '/register', 'nobody'],
  ['register-confirm', '/register/confirm', 'nobody'],
  ['forgot-password', '/forgot-password', 'nobody'],
  ['reset-password', '/reset-password', 'nobody'],
  ['invitation', '/invitation', 'nobody'],
  ['help', '/help', 'nobody'],
  ['help-search', '/help?q=key+clave', 'nobody'],
  ['help-api-keys', '/help/api-keys', 'nobody'],
  ['help-article', '/help/keeping-keys-safe', 'nobody'],
  ['help-errors', '/help/errors', 'nobody'],
  ['legal', '/legal', 'nobody'],
  ['legal-privacy', '/legal/privacy', 'nobody'],
  ['docs', '/docs', 'nobody'],
  ['docs-try', '/docs#createInvoice', 'nobody', openTrial],
  ['not-found', '/nowhere', 'nobody'],
  ['forbidden', '/api-keys', 'admin'],
  ['api-keys-empty', '/api-keys', 'umbrella'],
  ['api-keys-full', '/api-keys', 'owner'],
  ['api-keys-revoke', '/api-keys', 'owner', openRevoke],
  ['api-keys-reveal', '/api-keys', 'owner', (page) => generate(page, 'Staging server')],
  ['invoices', '/invoices', 'owner'],
  ['invoices-filtered', FILTERED, 'owner'],
  ['invoices-no-match', '/invoices?customer=nobody', 'owner'],
  ['invoice', String(invoice), 'owner'],
  ['members', '/members', 'owner'],
  ['members-admin', '/members', 'admin'],
  ['settings', '/settings', 'owner'],
  ['settings-workspace', '/settings/workspace', 'owner'],
  ['workspace-select', '/workspace/select', 'owner'],
  ['workspace-new', '/workspace/new', 'owner'],
];

for (const locale of LOCALES) {
  for (const theme of THEMES) {
    for (const shot of SHOTS.filter(([name]) => !only || name.startsWith(only))) {
      await photograph(shot, locale, theme);
    }
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
  [name, path, who, prepare]: Shot,
  locale: (typeof LOCALES)[number],
  theme: (typeof THEMES)[number],
): Promise<void> {
  const context = people[who];
  await context.addCookies([
    { name: 'zendrhax.locale', value: locale, url: baseURL },
    { name: 'zendrhax.theme', value: theme, url: baseURL },
  ]);
  const page = await context.newPage();
  await page.goto(path);
  await page.locator('.animate-pulse').waitFor({ state: 'detached' });
  await prepare?.(page);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    const file = `${name}-${width}-${theme}-${locale}.png`;
    await page.screenshot({ path: join(String(folder), file), fullPage: !prepare });
    console.log(file);
  }
  // Leaving a page that shows a key would ask first; closing it this way does not.
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

async function openMenu(page: Page): Promise<void> {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.locator('[popovertarget=menu]').click();
}

async function openSwitch(page: Page): Promise<void> {
  await page.getByRole('table').getByRole('button').first().click();
  await page.getByRole('alertdialog').waitFor();
}

async function openTrial(page: Page): Promise<void> {
  await page.locator('article:has(#createInvoice) summary').first().click();
  await page.locator('#createInvoice-body').waitFor();
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
