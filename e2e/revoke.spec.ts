import { domain } from './database';
import { expect, said, t, test } from './fixtures';
import { hold } from './hold';
import {
  activeKeys,
  confirmation,
  confirmRevoking,
  keyRows,
  makeKeys,
  revoke,
  revokeButton,
  rowOf,
  statusOf,
} from './keys';
import { addKey, addPair, own } from './people';

test.use({ locale: 'es-ES' });

test('the answer to Revoke says that the key is dead, without waiting for the list', async ({
  page,
  request,
}) => {
  await own(page, { plan: 'starter' });
  const [, key = ''] = await makeKeys(page, ['Neighbour', 'Leaked']);

  const release = await hold(page, '**/api-keys**', 'GET');
  // Read before the browser has it, which may keep nothing of what a script has read.
  let answer = '';
  await page.route('**/api-keys**', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    const response = await route.fetch();
    answer = await response.text();
    await route.fulfill({ response });
  });
  const row = rowOf(page, 'Leaked');
  await revoke(page, row);
  await expect.poll(() => answer).toContain('"ok":true');
  expect(answer).not.toContain('Neighbour');
  await expect(
    row.getByText(t('client.revokeKey.done'), { exact: true }).filter({ visible: true }),
  ).toHaveCount(1);
  await expect(said(page)).toHaveText(/^«Leaked» está revocada/);
  await expect(
    row.getByText(t('apiKeys.table.states.active'), { exact: true }).filter({ visible: true }),
  ).toHaveCount(0);
  await expect(row.getByRole('button')).toHaveCount(0);
  expect(await statusOf(request, key)).toBe(401);

  release();
  await expect(activeKeys(page)).toHaveCount(1);
});

test('a question that is open while its row takes another shape stays open, in the words of now', async ({
  page,
  request,
}) => {
  await own(page, { plan: 'starter' });
  const { old, next } = await addPair(page, 'Tax');
  await page.goto('/api-keys');

  const release = await hold(page, '**/api-keys**', 'GET');
  const row = rowOf(page, 'Tax');
  await revoke(page, row.getByRole('listitem').first());
  await expect(revokeButton(row)).toHaveCount(1);
  await revokeButton(row).click();
  await expect(confirmation(page)).toContainText(next.hint);
  await expect(confirmation(page)).toContainText(old.hint);

  release();
  await expect(confirmation(page)).not.toContainText(old.hint);
  await expect(confirmation(page)).toContainText(next.hint);
  await confirmRevoking(page);
  await expect(activeKeys(page)).toHaveCount(0);
  expect(await statusOf(request, old.secret)).toBe(401);
  expect(await statusOf(request, next.secret)).toBe(401);
});

test('a question whose row is gone is over, and does not open by itself when the row is back', async ({
  page,
}) => {
  await own(page, { plan: 'starter' });
  const { id } = await addKey(page, 'Ended');
  const { db } = await domain();
  await db.apiKey.update({ where: { id }, data: { revokedAt: new Date() } });
  await makeKeys(page, ['Left']);
  await page.getByRole('link', { name: t('apiKeys.list.ended', { count: 1 }) }).click();
  await expect(keyRows(page)).toContainText(['Ended']);
  await page.goBack();
  await revokeButton(rowOf(page, 'Left')).click();
  await expect(confirmation(page)).toBeVisible();

  await page.goForward();
  await expect(keyRows(page)).toContainText(['Ended']);
  await expect(confirmation(page)).toBeHidden();
  await page.goBack();
  await expect(rowOf(page, 'Left')).toBeVisible();
  await expect(confirmation(page)).toBeHidden();
});
