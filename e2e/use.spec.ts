import { randomInt, randomUUID } from 'node:crypto';
import type { APIRequestContext, Page } from '@playwright/test';
import { expect, t, test, words } from './fixtures';
import { inspect, STILL } from './inspect';
import { confirmation, makeKey, openNewKey, revokeButton, rowOf } from './keys';
import type { Language } from './language';
import { own } from './people';

test.use({ locale: 'es-ES' });

test.use(STILL);

type Sent = { id: string; endpoint: string; status: number };

/** An address of this test's own: guessers are limited by theirs. */
const newAddress = () => `198.51.${randomInt(256)}.${randomInt(1, 255)}`;

/** Sends requests with a key, as a script somewhere would. */
function client(request: APIRequestContext, key: string, address: string) {
  const headers = {
    Authorization: `Bearer ${key}`,
    'X-Forwarded-For': address,
    'User-Agent': 'nightly/2.1 (linux)',
  };
  return async (method: string, path: string, route = path): Promise<Sent> => {
    const answer = await request.fetch(path, { method, headers });
    const id = answer.headers()['x-request-id'] ?? '';
    return { id, endpoint: `${method} ${route}`, status: answer.status() };
  };
}

async function openPage(page: Page, name: string): Promise<void> {
  await rowOf(page, name).getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** What the page says about its last requests, by their ids. */
async function lastRequests(page: Page, caption: string): Promise<Sent[]> {
  const rows = page.getByRole('table', { name: caption }).locator('tbody tr');
  return rows.evaluateAll((all) =>
    all.map((row) => {
      const cells = [...row.querySelectorAll('th, td')].map((cell) => cell.textContent ?? '');
      const endpoint = row.querySelector('th span')?.textContent ?? '';
      return { id: cells[4] ?? '', endpoint, status: Number.parseInt(cells[1] ?? '', 10) };
    }),
  );
}

const byId = (all: Sent[]) => all.toSorted((one, other) => (one.id < other.id ? -1 : 1));

const TOLD = {
  en: {
    unused: 'Nobody has used this key yet',
    used: '6 requests, 2 failed, in the last 24 hours',
    month: '6 requests, 2 failed, in the last 30 days',
    thisHour: / GMT\+1[23]:45 \(.* UTC\), not over yet: 6 requests, 2 failed$/,
    firstHour: / GMT\+1[23]:45 \(.* UTC\): No requests$/,
    lately: /^In the last 24 hours: 6 requests, 2 failed, to GET \/api\/me/,
    missing: 'Not one of the last requests with this key',
    refused: 'A request with this key is refused (401).',
    afterwards: '8 requests, 2 failed, 2 refused, in the last 24 hours',
    tried: 'Still tried: 2 times in 24 hours, from nightly',
    listed: '1 ended key is still being tried',
    ended: /^Key ended: \w{3} \d+, \d\d:\d\d GMT\+1[23]:45$/,
    by: / GMT\+1[23]:45 \(.* UTC\), by Robin Doe$/,
    revoke: 'Revoke key',
  },
  es: {
    unused: 'Nadie ha usado todavía esta clave',
    used: '6 peticiones, 2 fallidas, en las últimas 24 horas',
    month: '6 peticiones, 2 fallidas, en los últimos 30 días',
    thisHour: / GMT\+1[23]:45 \(.* UTC\), sin terminar: 6 peticiones, 2 fallidas$/,
    firstHour: / GMT\+1[23]:45 \(.* UTC\): Ninguna petición$/,
    lately: /^En las últimas 24 horas: 6 peticiones, 2 fallidas, a GET \/api\/me/,
    missing: 'No es una de las últimas peticiones con esta clave',
    refused: 'Una petición con esta clave se rechaza (401).',
    afterwards: '8 peticiones, 2 fallidas, 2 rechazadas, en las últimas 24 horas',
    tried: 'Aún se intenta usar: 2 veces en 24 horas, desde nightly',
    listed: 'Aún se intenta usar 1 clave inactiva',
    ended: /^Fin de la clave: \d+ \w+, \d\d:\d\d GMT\+1[23]:45$/,
    by: / GMT\+1[23]:45 \(.* UTC\), por Robin Doe$/,
    revoke: 'Revocar clave',
  },
};

for (const language of ['en', 'es'] as Language[]) {
  test(`the page of a key agrees with what was sent, request for request, in ${language}`, async ({
    page,
    request,
  }) => {
    const told = TOLD[language];
    const t = words[language];
    await own(page, { language });
    const key = await openNewKey(page, 'Nightly', { scopes: ['invoices:read'] });
    await expect(page.getByRole('heading', { name: told.unused })).toBeVisible();

    const address = newAddress();
    const send = client(request, key, address);
    const sent = [
      await send('GET', '/api/me'),
      await send('GET', '/api/me'),
      await send('GET', '/api/me'),
      await send('GET', '/api/invoices'),
      await send('GET', `/api/invoices/${randomUUID()}`, '/api/invoices/{id}'),
      await send('POST', '/api/invoices'),
    ];
    expect(sent.map(({ status }) => status)).toEqual([200, 200, 200, 200, 404, 403]);

    await page.reload();
    await expect(page.getByRole('img', { name: told.used, exact: true })).toBeVisible();
    expect(byId(await lastRequests(page, t('apiKeys.usage.last.title')))).toEqual(byId(sent));
    const endpoints = page.getByRole('table', { name: t('apiKeys.usage.endpoints.title') });
    await expect(endpoints.getByRole('row', { name: 'GET /api/me 3' })).toBeVisible();
    await expect(endpoints.locator('tbody tr')).toHaveCount(4);
    const clients = page.getByRole('table', { name: t('apiKeys.usage.clients.title') });
    const who = clients.getByRole('row', { name: 'nightly/2.1' });
    await expect(who).toContainText(address);
    await expect(who.getByRole('cell').last()).toHaveText('6');
    // Each hour of the chart is told to whoever steps through it or touches it.
    const hour = page.getByRole('slider', { name: t('client.chart.label') });
    await hour.focus();
    await expect(hour).toHaveAttribute('aria-valuetext', told.thisHour);
    await expect(page.getByText(told.thisHour).last()).toBeVisible();
    await page.keyboard.press('Home');
    await expect(page.getByText(told.firstHour).last()).toBeVisible();
    await page.getByRole('img', { name: told.used, exact: true }).click();
    await expect(hour).toHaveValue(/^1[12]$/);
    await expect(page.getByText(t('apiKeys.usage.unfinished.day'))).toBeVisible();
    const pale = page.locator('svg[role=img] rect[stroke-dasharray]');
    await expect(pale).toHaveCount(2);
    await page.getByText(t('apiKeys.usage.asTable')).click();
    // The hour may have turned meanwhile.
    const hours = page.getByRole('table', { name: told.used });
    await expect(hours.locator('tbody tr')).toHaveCount(24);
    const counts = await hours.locator('tbody td:nth-of-type(1)').allTextContents();
    expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(6);
    await inspect(page, 'the use of a key');

    await page.getByRole('link', { name: t('apiKeys.usage.windows.month') }).click();
    await expect(page.getByRole('img', { name: told.month, exact: true })).toBeVisible();

    const keyPage = page.url().replace(/\?.*/, '');
    for (const step of ['rotate', 'pause']) {
      await page.goto(`${keyPage}/${step}`);
      await expect(page.getByText(told.lately)).toBeVisible();
    }
    await page.goto(keyPage);
    await revokeButton(page).click();
    await expect(confirmation(page).getByText(told.lately)).toBeVisible();
    await expect(confirmation(page)).toContainText(`nightly/2.1 (${address})`);
    await confirmation(page).getByRole('button', { name: told.revoke }).click();
    await expect(page.getByText(told.refused)).toBeVisible();
    await expect(page.getByRole('definition').filter({ hasText: told.by })).toBeVisible();

    const refused = [await send('GET', '/api/me'), await send('GET', '/api/me')];
    expect(refused.map(({ status }) => status)).toEqual([401, 401]);
    await page.goto(keyPage);
    await expect(page.getByText(`${told.tried} ${address}`)).toBeVisible();
    await expect(page.getByRole('img', { name: told.afterwards, exact: true })).toBeVisible();
    await expect(page.getByText(told.ended)).toBeVisible();
    const requests = await lastRequests(page, t('apiKeys.usage.last.title'));
    expect(byId(requests)).toEqual(byId([...sent, ...refused]));
    await inspect(page, 'the receipt of a key');

    await page.goto('/api-keys');
    await page.getByRole('link', { name: told.listed }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Nightly' })).toBeVisible();
  });
}

test('a request is found by its id, without a script too, and a key stays out of the address', async ({
  as,
  page,
  request,
}) => {
  const caption = t('apiKeys.usage.last.title');
  await own(page);
  const key = await makeKey(page, 'Searched');
  const send = client(request, key, newAddress());
  const { id } = await send('GET', '/api/me');
  await send('GET', '/api/invoices');
  await expect(rowOf(page, 'Searched')).toBeVisible();
  await page.reload();
  const line = /^2 peticiones en 24 horas, desde nightly 198\.51\./;
  await expect(rowOf(page, 'Searched').getByText(line).filter({ visible: true })).toHaveCount(1);
  await openPage(page, 'Searched');

  const plain = await as(null, {
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  await plain.goto(page.url());
  for (const tab of [page, plain]) {
    const field = tab.getByRole('textbox', { name: t('apiKeys.usage.last.id') });
    const search = async (text: string) => {
      await field.fill(text);
      await tab.getByRole('button', { name: t('apiKeys.usage.last.search') }).click();
    };
    await search(id.toUpperCase());
    await expect
      .poll(() => lastRequests(tab, caption))
      .toEqual([{ id, endpoint: 'GET /api/me', status: 200 }]);
    const unknown = randomUUID();
    await search(unknown);
    await expect(tab.getByText(TOLD.es.missing)).toBeVisible();
    // The same again loads no page, and so must not look as if one were on its way.
    await search(unknown);
    await expect(tab.locator('form[data-pending]')).toHaveCount(0);
    await search(key);
    expect(tab.url()).not.toContain(key.slice(3, 12));
    await tab.getByRole('link', { name: t('apiKeys.usage.last.all') }).click();
    await expect.poll(async () => (await lastRequests(tab, caption)).length).toBe(2);
    await tab.getByRole('link', { name: t('apiKeys.usage.windows.month') }).click();
    await expect(tab.getByRole('img', { name: /en los últimos 30 días$/ })).toBeVisible();
  }
});

test('a key that nobody used says so before it is revoked, and afterwards', async ({ page }) => {
  await own(page);
  await openNewKey(page, 'Idle');
  await revokeButton(page).click();
  await expect(confirmation(page).getByText(t('apiKeys.usage.lately.never'))).toBeVisible();
  await confirmation(page)
    .getByRole('button', { name: t('client.revokeKey.confirm') })
    .click();
  await expect(page.getByText(t('apiKeys.receipt.none'), { exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: t('apiKeys.usage.unused.ended') })).toBeVisible();
  await page.setViewportSize({ width: 360, height: 740 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(360);
});
