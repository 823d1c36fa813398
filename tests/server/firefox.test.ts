import { randomUUID } from 'node:crypto';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { words } from '@/e2e/language';
import { startApiServer } from '../support/api-server';
import { type Mailbox, openMailbox } from '../support/mailbox';
import { BROWSER_TIME_ZONE } from '../support/odd-world';
import { until } from '../support/until';

const t = words.es;
const PASSWORD = 'four words and a crane';
const KEY = /sk_[0-9a-f]{64}/;

let mailbox: Mailbox;
let api: Awaited<ReturnType<typeof startApiServer>>;
let firefox: Browser;

beforeAll(async () => {
  mailbox = await openMailbox();
  api = await startApiServer({ SMTP_URL: mailbox.url, MAIL_FROM: 'Zendrhax <no-reply@app.test>' });
  firefox = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.ZENDRHAX_FIREFOX,
    env: { ...process.env, TZ: BROWSER_TIME_ZONE },
    extraPrefsFirefox: { 'intl.accept_languages': 'es-ES' },
  });
});

afterAll(async () => {
  await firefox?.close();
  await api?.stop();
  await mailbox?.close();
});

const named = (page: Page, role: string, name: string) =>
  page.locator(`::-p-aria([name="${name}"][role="${role}"])`);
const press = (page: Page, name: string) => named(page, 'button', name).click();
const shows = (page: Page, text: string) => page.locator(`::-p-text(${text})`).wait();

/** A window whose cookies no other one has. */
async function openWindow(): Promise<Page> {
  const context = await firefox.createBrowserContext();
  return context.newPage();
}

/** Signs in the Owner of a new workspace by the form, and opens its keys. */
async function openAsOwner(): Promise<Page> {
  const { hashPassword } = await import('@/lib/identity/passwords/passwords');
  const { owner } = await api.makeWorkspace({ plan: 'pro' });
  const { email } = await api.db.user.update({
    where: { id: owner.userId },
    data: { passwordHash: await hashPassword(PASSWORD), language: 'es' },
    select: { email: true },
  });
  const page = await openWindow();
  await page.goto(`${api.server.origin}/sign-in`);
  await page.locator('#email').fill(email);
  await page.locator('#password').fill(PASSWORD);
  await page.locator('main form button[type=submit]').click();
  await shows(page, t('apiKeys.table.empty.title'));
  return page;
}

/** Copies the key that the modal shows, and closes it. */
async function takeKey(page: Page): Promise<string> {
  const dialog = await page.locator('dialog[open]').waitHandle();
  const [key] = KEY.exec(await dialog.evaluate(({ textContent }) => `${textContent}`)) ?? [];
  await press(page, t('client.revealKey.copy'));
  await shows(page, t('client.revealKey.tip.copied'));
  await press(page, t('client.revealKey.done'));
  await until(() => page.$('dialog[open]').then((open) => open === null));
  return String(key);
}

/** Generates a key by the form. */
async function generate(page: Page, name: string): Promise<string> {
  await page.locator('main form input[name=name]').fill(name);
  await press(page, t('client.createKey.submit'));
  return takeKey(page);
}

const ask = (key: string) =>
  fetch(`${api.server.origin}/api/invoices`, { headers: { Authorization: `Bearer ${key}` } });

test('a key is generated, copied, used, revoked, and dead', async () => {
  const page = await openAsOwner();
  const key = await generate(page, 'Exportación');
  const answer = await ask(key);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('ratelimit')).toMatch(/r=\d+/);
  await shows(page, 'Exportación');
  expect(await page.content()).not.toContain(key);

  await press(page, t('client.revokeKey.trigger'));
  await press(page, t('client.revokeKey.confirm'));
  await shows(page, t('apiKeys.table.empty.title'));
  expect((await ask(key)).status).toBe(401);
});

test('an account comes into being by its mailed link', async () => {
  const page = await openWindow();
  const email = `${randomUUID()}@people.test`;
  await page.goto(`${api.server.origin}/register`);
  await page.locator('main input[name=name]').fill('Robin Doe');
  await page.locator('main input[name=email]').fill(email);
  await page.locator('main form button[type=submit]').click();
  await until(() => mailbox.to(email).length > 0);
  const { text, token } = mailbox.latest(email);
  const [link] = /https?:\S+/.exec(text) ?? [];
  await page.goto(String(link));
  await page.locator('main input[type=password]').fill(PASSWORD);
  expect(page.url()).not.toContain(token);
  await named(page, 'textbox', t('fields.workspaceName')).fill('La tienda');
  await press(page, t('register.confirm.submit'));
  await shows(page, t('apiKeys.table.empty.title'));
});

test('a form that got no answer says so, and keeps what was typed', async () => {
  const page = await openAsOwner();
  await page.setRequestInterception(true);
  let isDown = true;
  page.on('request', (request) => {
    if (isDown && request.method() === 'POST') request.abort();
    else request.continue();
  });
  await page.locator('main form input[name=name]').fill('Nocturna');
  await press(page, t('client.createKey.submit'));
  await shows(page, t('client.unanswered.lost'));
  const name = await page.locator('main form input[name=name]').waitHandle();
  expect(await name.evaluate((field) => (field as HTMLInputElement).value)).toBe('Nocturna');
  isDown = false;
  expect((await ask(await generate(page, 'Nocturna'))).status).toBe(200);
});

test('a key is rotated, and a page that was left shows nothing of it again', async () => {
  const page = await openAsOwner();
  const old = await generate(page, 'Rotada');
  await page.locator('tbody th a').click();
  await named(page, 'link', t('apiKeys.rotate.link')).click();
  await press(page, t('client.rotateKey.submit'));
  const key = await takeKey(page);
  expect(key).not.toBe(old);
  expect([(await ask(old)).status, (await ask(key)).status]).toEqual([200, 200]);
  await page.goto(`${api.server.origin}/plans`);
  await page.evaluate(() => history.back());
  await shows(page, t('apiKeys.rotate.tracker.title'));
  expect(await page.content()).not.toContain(key);
});
