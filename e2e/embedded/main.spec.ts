import {
  activeKeys,
  closeReveal,
  confirmation,
  escapeConfirmation,
  generate,
  generateAndClose,
  KEY,
  quotaLine,
  revoke,
  revokeAll,
  revokeButton,
  rowOf,
  statusOf,
} from '../keys';
import { t } from '../language';
import { record } from '../recorder';
import { DEMO_PASSWORD } from '../sign-in';
import { expect, test } from './fixtures';

test('a mailed link whose # was escaped opens where no origin is configured', async ({ as }) => {
  const page = await as(null);
  await page.goto(`/invitation%23${'c'.repeat(43)}`);
  await expect(page).toHaveURL(/\/invitation$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('mailedLink.dead.title'));
});

test('an Owner signs in, makes a key, uses it and revokes it', async ({ as, request, guard }) => {
  const page = await as(null, { permissions: ['clipboard-read', 'clipboard-write'] });
  guard.allowStatus(401);

  await page.goto('/');
  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
  await page.getByLabel('Email').fill('owner@acme.test');
  await page.getByLabel('Password').fill(DEMO_PASSWORD);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/api-keys$/);
  await expect(page.getByRole('heading', { name: 'API keys', level: 1 })).toBeVisible();
  await revokeAll(page);
  await page.reload();
  await expect(quotaLine(page)).toHaveText('0 of 20 active keys');

  await page.getByLabel('Name').fill('Nightly export');
  await page.getByRole('button', { name: 'Generate' }).click();
  const modal = page.getByRole('dialog', { name: 'Your new API key' });
  const key = String(await modal.getByText(KEY).textContent());
  await expect(modal.getByText(KEY)).toHaveCount(1);
  expect(key).toMatch(/^sk_[0-9a-f]{64}$/);

  await modal.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(modal.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(key);

  const headers = { Authorization: `Bearer ${key}` };
  const invoices = await request.get('/api/invoices', { headers });
  expect(invoices.status()).toBe(200);
  expect((await invoices.json()).data).toHaveLength(20);
  expect(invoices.headers()).toMatchObject({
    'ratelimit-policy': '"default";q=1200;w=60',
    ratelimit: expect.stringMatching(/^"default";r=\d+;t=\d+$/),
    'x-ratelimit-limit': '1200',
    'x-ratelimit-remaining': expect.stringMatching(/^\d+$/),
    'x-ratelimit-reset': expect.stringMatching(/^\d{10}$/),
  });
  const me = await request.get('/api/me', { headers });
  expect((await me.json()).workspace).toMatchObject({ name: 'Acme', plan: 'pro' });

  await closeReveal(page);
  await expect(rowOf(page, 'Nightly export')).toBeVisible();
  await expect(quotaLine(page)).toHaveText('1 of 20 active keys');

  await rowOf(page, 'Nightly export').getByRole('button', { name: 'Revoke' }).click();
  await expect(confirmation(page)).toContainText('Nightly export');
  await expect(confirmation(page).getByRole('button', { name: 'Keep key' })).toBeFocused();
  await escapeConfirmation(page);
  expect(await statusOf(request, key, '/api/invoices')).toBe(200);

  await revokeButton(rowOf(page, 'Nightly export')).click();
  // The very next request after the server said so, not after the page has caught up.
  const revoked = page.waitForResponse((response) => response.request().method() === 'POST');
  await confirmation(page).getByRole('button', { name: 'Revoke key' }).click();
  await revoked;
  const refused = await request.get('/api/invoices', { headers });
  expect(refused.status()).toBe(401);
  expect(refused.headers()['www-authenticate']).toMatch(
    /^Bearer realm="zendrhax", error="invalid_token"/,
  );

  await expect(activeKeys(page)).toHaveCount(0);
  await expect(quotaLine(page)).toHaveText('0 of 20 active keys');
});

test('the key is in one response, which is not stored, and nowhere else', async ({
  as,
  request,
  baseURL,
  embedded,
}) => {
  const recorder = await record(String(baseURL));
  const page = await as('owner@umbrella.test', { baseURL: recorder.baseURL });
  const { exchanges } = recorder;

  await revokeAll(page);
  const key = await generate(page, 'Seen once');
  // A failed request with it is what would bring it into a log.
  expect(await statusOf(request, key, '/api/invoices')).toBe(200);
  await closeReveal(page);
  await expect(page.locator('html')).not.toContainText(key);
  expect(await page.content()).not.toContain(key);

  await page.reload();
  await expect(rowOf(page, 'Seen once')).toBeVisible();
  await page.getByRole('link', { name: 'Invoices' }).click();
  await expect(page.getByRole('heading', { name: 'Invoices', exact: true })).toBeVisible();
  await page.goBack();
  await expect(rowOf(page, 'Seen once')).toBeVisible();
  expect(await page.content()).not.toContain(key);
  await page.goForward();
  await expect(page.getByRole('heading', { name: 'Invoices', exact: true })).toBeVisible();
  await page.goBack();
  await expect(rowOf(page, 'Seen once')).toBeVisible();
  expect(await page.content()).not.toContain(key);

  const kept = await page.evaluate(async () =>
    JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
      history.state,
      await indexedDB.databases(),
      await caches.keys(),
      performance.getEntries().map(({ name }) => name),
    ]),
  );
  expect(kept).not.toContain(key);
  expect(JSON.stringify(await page.context().cookies())).not.toContain(key);
  const devtools = await page.context().newCDPSession(page);
  const visited = await devtools.send('Page.getNavigationHistory');
  expect(JSON.stringify(visited)).not.toContain(key);

  await revoke(page, rowOf(page, 'Seen once'));
  expect(await statusOf(request, key, '/api/invoices')).toBe(401);
  await page.close();
  recorder.close();

  expect(exchanges.length).toBeGreaterThan(10);
  expect(exchanges.filter(({ url, requestBody }) => (url + requestBody).includes(key))).toEqual([]);
  const withKey = exchanges.filter(({ answer }) => answer.includes(key));
  expect(withKey.map(({ method, url }) => `${method} ${url}`)).toEqual(['POST /api-keys']);
  expect(withKey[0]?.answer.split(key)).toHaveLength(2);
  expect(withKey[0]?.headers['cache-control']).toContain('no-store');

  const log = embedded.output();
  expect(log).toContain('Zendrhax is ready');
  expect(log).not.toContain(key);
  expect(log).not.toContain(key.slice(3));
});

test('a key of one workspace shows nothing of another', async ({ as, request }) => {
  const [globex, initech] = [await as('owner@globex.test'), await as('owner@initech.test')];
  const keys: string[] = [];
  for (const page of [globex, initech]) {
    await revokeAll(page);
    keys.push(await generateAndClose(page, 'Tenant'));
  }

  const [a, b] = await Promise.all(
    keys.map(async (key) => {
      const headers = { Authorization: `Bearer ${key}` };
      const ids: string[] = [];
      for (let path: string | null = '/api/invoices?limit=10'; path; ) {
        const answer = await request.get(path, { headers });
        const page: { data: { id: string }[]; next_cursor: string | null } = await answer.json();
        ids.push(...page.data.map(({ id }) => id));
        path = page.next_cursor && `/api/invoices?limit=10&cursor=${page.next_cursor}`;
      }
      return ids;
    }),
  );
  expect(a).toHaveLength(34);
  expect(b).toHaveLength(12);
  expect(a?.filter((id) => b?.includes(id))).toEqual([]);
  const [key = ''] = keys;
  expect(await statusOf(request, key, `/api/invoices/${b?.[0]}`)).toBe(404);
  expect(await statusOf(request, key, `/api/invoices/${a?.[0]}`)).toBe(200);
});
