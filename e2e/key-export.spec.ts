import { readFileSync } from 'node:fs';
import { expect, t, test } from './fixtures';
import { makeKeys, revoke, rowOf } from './keys';
import { own } from './people';

test.use({ locale: 'es-ES' });

test('what the list has is exported, as CSV and as JSON, by the Owner alone', async ({
  as,
  page,
  guard,
}) => {
  guard.allowStatus(403);
  await own(page, { name: 'Robin Doe', plan: 'pro' });
  const others = ['a', 'b', 'c', 'd', 'e'].map((letter) => `Ended ${letter}`);
  const keys = await makeKeys(page, [...others, '=1+1', 'Nightly “x”, "y"', 'Gone']);
  for (const name of [...others, 'Gone']) {
    await revoke(page, rowOf(page, name));
    await expect(rowOf(page, name)).toHaveCount(0);
  }
  const download = async (name: string) => {
    await page.getByRole('button', { name: t('apiKeys.list.export.trigger'), exact: true }).click();
    const started = page.waitForEvent('download');
    await page.getByRole('link', { name }).click();
    const file = await started;
    await page.keyboard.press('Escape');
    return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
  };
  const csv = await download('CSV');
  const lines = csv.text.slice(1).trimEnd().split('\r\n');
  expect(csv.name).toMatch(/^api-keys-\d{4}-\d\d-\d\d\.csv$/);
  expect(lines[0]).toMatch(/^"id";"name";"hint";/);
  expect(lines[1]).toContain(';"Nightly “x”, ""y""";"sk_');
  expect(lines[2]).toContain(`;"'=1+1";"sk_`);
  expect(lines).toHaveLength(3);
  const json = await download('JSON');
  expect(json.name).toMatch(/\.json$/);
  const exported = JSON.parse(json.text);
  expect(exported).toMatchObject([
    { name: 'Nightly “x”, "y"', state: 'active', access: 'read_and_write', revoked_at: null },
    { name: '=1+1', created_by: 'Robin Doe' },
  ]);
  for (const { text } of [csv, json]) {
    expect(text).not.toContain('hash');
    for (const key of keys) expect(text).not.toContain(key.slice(7, -4));
  }

  // With the filters of the list, and nothing for others.
  await page.goto('/api-keys?state=ended&q=gone');
  expect(JSON.parse((await download('JSON')).text)).toMatchObject([
    { name: 'Gone', state: 'revoked', revoked_by: 'Robin Doe' },
  ]);
  const answer = await page.request.get('/api-keys/export?state=all&q=GONE&format=json');
  expect(await answer.json()).toHaveLength(1);
  expect(answer.headers()).toMatchObject({
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-type': 'application/json',
  });
  expect(await (await page.request.get('/api-keys/export?q=none&format=json')).json()).toEqual([]);
  const odd = await page.request.get(`/api-keys/export?q=${keys[0]}`, { maxRedirects: 0 });
  expect([odd.status(), odd.headers().location]).toEqual([307, '/api-keys']);
  const admin = await as('admin@acme.test');
  const refused = await admin.request.get('/api-keys/export', { maxRedirects: 0 });
  expect([refused.status(), await refused.text()]).toEqual([403, '']);
  const nobody = await as(null);
  const asked = await nobody.request.get('/api-keys/export?format=json', { maxRedirects: 0 });
  expect(asked.headers().location).toBe(
    '/sign-in?callbackUrl=%2Fapi-keys%2Fexport%3Fformat%3Djson',
  );
});
