import { domain } from './database';
import { expect, said, test, words } from './fixtures';
import { closeReveal, generate, openKeys, openNewKey, reveal, rowOf, statusOf } from './keys';
import { addKey, own, personOn } from './people';

/** From the request to the sentence. */
const SOON = { timeout: 5_000 };

for (const language of ['en', 'es'] as const) {
  test(`the modal of a new key says within five seconds that its first request has come, in ${language}`, async ({
    page,
    request,
  }) => {
    const t = words[language];
    await own(page, { language });
    await openKeys(page);
    const key = await generate(page, 'Nightly export');
    const waits = reveal(page).getByText(t('client.firstRequest.waiting'));
    await expect(waits).toBeVisible();
    expect(await statusOf(request, key)).toBe(200);
    const received = t('apiKeys.firstRequest.received', { endpoint: 'GET /api/me', status: 200 });
    await expect(reveal(page).getByText(received)).toBeVisible(SOON);
    await expect(waits).toHaveCount(0);
    await closeReveal(page);
  });

  test(`the page of a key that nobody has used says it, and is then the page of a used key, in ${language}`, async ({
    page,
    request,
  }) => {
    const t = words[language];
    await own(page, { language });
    const key = await openNewKey(page, 'Nightly export', { scopes: ['invoices:read'] });
    await expect(
      page.getByRole('heading', { name: t('apiKeys.usage.unused.title') }),
    ).toBeVisible();
    const headers = { Authorization: `Bearer ${key}` };
    expect((await request.post('/api/invoices', { headers, data: {} })).status()).toBe(403);
    const refused = { endpoint: 'POST /api/invoices', status: 403 };
    await expect(said(page)).toHaveText(t('apiKeys.firstRequest.scope', refused), SOON);
    await expect(
      page.getByRole('table', { name: t('apiKeys.usage.endpoints.title') }),
    ).toBeVisible();
  });
}

test('the row of a new key waits for its first request, says why one is refused and that one succeeded', async ({
  page,
  request,
}) => {
  await own(page, { plan: 'starter' });
  await addKey(page, 'Another');
  await openKeys(page);
  const key = await generate(page, 'Nightly export');
  const { db } = await domain();
  const workspaceId = String(personOn(page).workspaceId);
  await db.apiKey.updateMany({
    where: { workspaceId, name: 'Nightly export' },
    data: { scopes: ['invoices:read'] },
  });
  await closeReveal(page);
  const row = rowOf(page, 'Nightly export');
  const t = words.en;
  await expect(row).toContainText(t('client.firstRequest.waiting'));
  await expect(rowOf(page, 'Another')).toContainText(t('apiKeys.verdict.never'));

  const asked: string[] = [];
  page.on('request', (sent) => sent.url().endsWith('/first-request') && asked.push(sent.url()));
  const hide = (hidden: boolean) =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'hidden', { value, configurable: true });
    }, hidden);
  await hide(true);
  asked.length = 0;
  await page.waitForTimeout(3_000);
  expect(asked).toEqual([]);
  await hide(false);

  const headers = { Authorization: `Bearer ${key}` };
  expect((await request.post('/api/invoices', { headers, data: {} })).status()).toBe(403);
  const refused = { endpoint: 'POST /api/invoices', status: 403 };
  await expect(row).toContainText(t('apiKeys.firstRequest.scope', refused), SOON);
  expect(await statusOf(request, key)).toBe(200);
  const received = { endpoint: 'GET /api/me', status: 200 };
  await expect(row).toContainText(t('apiKeys.firstRequest.received', received), SOON);
  await page.waitForTimeout(100);
  asked.length = 0;
  await page.waitForTimeout(3_000);
  expect(asked).toEqual([]);
  await page.reload();
  await expect(row).toContainText(/^.*2 requests in 24 hours/);
});

test('the modal says why a request is refused, and goes on waiting', async ({ page, request }) => {
  await own(page);
  await openKeys(page);
  const key = await generate(page, 'Nightly export');
  const other = await page.context().newPage();
  await other.goto('/api-keys');
  await other.getByRole('link', { name: 'Nightly export', exact: true }).click();
  await other.getByRole('link', { name: 'Pause', exact: true }).click();
  await other.getByRole('button', { name: 'Pause key' }).click();
  const resume = other.getByRole('button', { name: 'Resume' });
  await expect(resume).toBeVisible();
  await page.bringToFront();
  expect(await statusOf(request, key)).toBe(401);
  await expect(reveal(page).getByText(/401\. The key is paused\.$/)).toBeVisible(SOON);
  await resume.click();
  await expect(resume).toHaveCount(0);
  await page.bringToFront();
  expect(await statusOf(request, key)).toBe(200);
  await expect(reveal(page).getByText('First request received: GET /api/me, 200.')).toBeVisible(
    SOON,
  );
  await other.close();
});
