import { expect, test, words } from './fixtures';
import { addKey, own } from './people';
import { keyField, send, tryIt } from './reference';

test('a key lists and creates invoices from the page, and is nowhere but in memory', async ({
  page,
  guard,
}) => {
  guard.allowStatus(404);
  await own(page);
  const { secret: key } = await addKey(page, 'Reference');
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData()}`));
  await page.goto('/docs');
  await keyField(page).fill(key);

  const list = await tryIt(page, 'listInvoices');
  await list.getByLabel('limit').fill('1');
  await list.getByLabel('status').fill('draft');
  await send(page, 'listInvoices').click();
  await expect(list.getByRole('status').filter({ hasText: /^200 in \d+ ms$/ })).toBeVisible();
  await expect(list.getByText('X-Request-Id')).toBeVisible();
  await expect(list.getByRole('region', { name: 'Response: List invoices' })).toContainText(
    '"data"',
  );
  expect(sent.some((line) => line.includes('/api/invoices?status=draft&limit=1 '))).toBe(true);

  const create = await tryIt(page, 'createInvoice');
  await expect(create.getByText(words.en('reference.client.tryIt.changes'))).toBeVisible();
  await send(page, 'createInvoice').click();
  await expect(create.getByText(/^201 in \d+ ms$/)).toBeVisible();
  const answer = await create.getByRole('region', { name: 'Response: Create' }).textContent();
  const { id, status, total } = JSON.parse(String(answer));
  expect({ status, total }).toEqual({ status: 'draft', total: 37500 });
  await expect(create.getByText(`/api/invoices/${id}`).first()).toBeVisible();

  const remove = await tryIt(page, 'deleteInvoice');
  await remove.getByLabel('id', { exact: true }).fill(id);
  await send(page, 'deleteInvoice').click();
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText(`DELETE /api/invoices/${id}`);
  await expect(question.getByRole('button', { name: 'Do not send' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  expect(sent.filter((line) => line.includes(`/api/invoices/${id}`))).toEqual([]);
  await send(page, 'deleteInvoice').click();
  await question.getByRole('button', { name: 'Send DELETE' }).click();
  await expect(remove.getByText(/^204 in \d+ ms$/)).toBeVisible();
  await expect(remove.getByText('The response has no body.')).toBeVisible();

  const traces = await page.evaluate(() =>
    JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
      location.href,
      history.state,
      document.documentElement.outerHTML,
    ]),
  );
  expect(traces).not.toContain(key);
  expect(JSON.stringify(await page.context().cookies())).not.toContain(key);
  expect(sent.join('\n')).not.toContain(key);
  await expect(page.locator('#listInvoices-key')).toHaveValue(key);

  await page.reload();
  await expect(keyField(page)).toHaveValue('');
  await keyField(page).fill(key);
  await page.goto('/help/errors');
  await page.goBack();
  await expect(keyField(page)).toHaveValue('');
});

test('whoever has no key is led to the page that generates one, through sign-in', async ({
  page,
}) => {
  await page.goto('/docs');
  const none = page.getByRole('link', { name: 'Generate one' });
  await expect(none).toHaveCount(1);
  const list = await tryIt(page, 'listInvoices');
  await expect(none).toHaveCount(2);
  await keyField(page).fill(`sk_${'0'.repeat(64)}`);
  await expect(none).toHaveCount(0);
  await list.getByRole('button', { name: 'Forget' }).click();
  await list.getByRole('link', { name: 'Generate one' }).click();
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=.*%2Fapi-keys$/);
});

test('a choice begins with what the server takes by default', async ({ page }) => {
  await page.goto('/docs');
  const sort = (await tryIt(page, 'listInvoices')).getByLabel('sort');
  await expect(sort.getByRole('option')).toHaveText([
    '-created_at (by default)',
    'created_at',
    '-updated_at',
    'updated_at',
  ]);
  await expect(sort).toHaveValue('');
});

test('the request of the form is copied for curl, without the key', async ({ as }) => {
  const page = await as(null, { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.goto('/docs');
  await keyField(page).fill(`sk_${'0'.repeat(64)}`);
  const list = await tryIt(page, 'listInvoices');
  await list.getByLabel('limit').fill('1');
  await list.getByRole('button', { name: 'Copy as curl' }).click();
  await expect(list.getByRole('button', { name: 'Copied' })).toBeVisible();
  const { origin } = new URL(page.url());
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `curl -i '${origin}/api/invoices?limit=1' \\\n  -H "Authorization: Bearer $ZENDRHAX_API_KEY"`,
  );

  // What the form would not send is not copied either.
  const pay = await tryIt(page, 'payInvoice');
  await pay.getByRole('button', { name: 'Copy as curl' }).click();
  await expect(pay.getByLabel('id', { exact: true })).toBeFocused();
  await expect(pay.getByRole('button', { name: 'Copied' })).toHaveCount(0);
});

test('where the browser refuses to copy, the command is shown', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await page.goto('/docs');
  const key = await tryIt(page, 'getKey');
  await key.getByRole('button', { name: 'Copy as curl' }).click();
  await expect(key.getByRole('region', { name: 'Command for curl' })).toContainText('/api/me');
});

test('a wrong key, no key and no network are told', async ({ page, guard }) => {
  guard.allowStatus(401);
  guard.allow(/net::ERR_INTERNET_DISCONNECTED/);
  await page.goto('/docs');
  const me = await tryIt(page, 'getKey');
  await send(page, 'getKey').click();
  const answer = me.getByRole('region', { name: 'Response: Test a key' });
  await expect(answer).toContainText('missing_credentials');

  await page.locator('#getKey-key').fill(`sk_${'0'.repeat(64)}`);
  await expect(keyField(page)).toHaveValue(/^sk_0/);
  await send(page, 'getKey').click();
  await expect(me.getByText(/^401 in \d+ ms$/)).toBeVisible();
  await expect(answer).toContainText('invalid_api_key');
  await expect(me.getByText('WWW-Authenticate')).toBeVisible();
  await expect(send(page, 'getKey')).toBeFocused();

  await page.locator('#getKey-key').fill('sk_…9f0e');
  await expect(me.getByText('This is not a whole key')).toBeVisible();
  await send(page, 'getKey').click();
  await expect(me.getByText(words.en('reference.client.tryIt.unsendable'))).toBeVisible();

  await me.getByRole('button', { name: 'Forget' }).click();
  await expect(keyField(page)).toHaveValue('');
  await page.context().setOffline(true);
  await send(page, 'getKey').click();
  await expect(me.getByText(words.en('reference.client.tryIt.network'))).toBeVisible();
});

test('a request that waits says so, and cannot be sent twice', async ({ page }) => {
  let release = () => {};
  const slow = new Promise<void>((resolve) => {
    release = resolve;
  });
  let requests = 0;
  await page.route('**/api/health', async (route) => {
    requests++;
    await slow;
    await route.continue();
  });
  await page.goto('/docs');
  const health = await tryIt(page, 'getReadiness');
  await expect(health.getByLabel('API key')).toHaveCount(0);
  await send(page, 'getReadiness').dblclick();
  const waiting = health.getByRole('button', { name: 'Sending…' });
  await expect(waiting).toBeDisabled();
  await waiting.press('Enter');
  release();
  await expect(health.getByText(/^200 in \d+ ms$/)).toBeVisible();
  expect(requests).toBe(1);
});
