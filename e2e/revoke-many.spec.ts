import type { Page } from '@playwright/test';
import { expect, prefer, said, t, test, words } from './fixtures';
import { activeKeys, keyRows, makeKeys, openKeys, revoke, rowOf, statusOf } from './keys';
import { own } from './people';

test.use({ locale: 'es-ES' });

for (const language of ['en', 'es'] as const) {
  test(`chosen keys are revoked together, from ten on by their number (${language})`, async ({
    page,
  }) => {
    const t = words[language];
    await own(page, { plan: 'pro' });
    await makeKeys(
      page,
      Array.from({ length: 12 }, (_, index) => `Key ${index}.`),
    );
    await prefer(page, language);
    await openKeys(page);
    const choose = (name: string) =>
      page.getByRole('checkbox', { name: t('apiKeys.table.choose', { name }) });
    const revokeChosen = (count: number) =>
      page.getByRole('button', { name: t('client.chosen.revoke', { count }) });
    const confirm = (count: number) =>
      page.getByRole('button', { name: t('apiKeys.revokeMany.submit', { count }) });

    await expect(revokeChosen(0)).toBeHidden();
    await choose('Key 3.').check();
    await choose('Key 5.').check();
    await revokeChosen(2).click();
    const title = page.getByRole('heading', { level: 1 });
    await expect(page).toHaveURL(/revoke\?id=/);
    await page.reload();
    await expect(title).toHaveText(t('apiKeys.revokeMany.title', { count: 2 }));
    await expect(page.getByRole('main').getByRole('listitem')).toContainText(['Key 5.', 'Key 3.']);
    await expect(page.getByText(t('apiKeys.revokeMany.unused'))).toBeVisible();
    const answer = page.waitForResponse((response) => response.request().method() === 'POST');
    await confirm(2).click();
    const { responseBodySize } = await (await answer).request().sizes();
    expect(responseBodySize).toBeLessThan(4_000);
    await expect(page).toHaveURL(/\/api-keys$/);
    await expect(said(page)).toHaveText(t('apiKeys.revokeMany.done', { count: 2 }));
    await expect(activeKeys(page)).toHaveCount(10);

    await page.getByRole('checkbox', { name: t('apiKeys.table.chooseAll') }).check();
    await revokeChosen(10).click();
    await expect(page).toHaveURL(/revoke\?id=/);
    await page.reload();
    await confirm(10).click();
    const typed = page.getByLabel(t('apiKeys.revokeMany.typed', { count: 10 }));
    await expect(page.getByText(t('fieldErrors.other_number'))).toBeVisible();
    await expect(typed).toBeFocused();
    await typed.fill('10');
    await typed.press('Enter');
    await expect(page.getByText(t('apiKeys.table.empty.title'))).toBeVisible();
    await expect(said(page)).toHaveText(t('apiKeys.revokeMany.done', { count: 10 }));
    await page.goto('/api-keys?state=ended');
    await expect(keyRows(page)).toHaveCount(12);
  });
}

test('what is chosen and is not there, has ended, or is another workspace’s', async ({
  as,
  page,
  guard,
}) => {
  guard.allowStatus(404);
  const idOf = (of: Page) => of.getByRole('checkbox').last().getAttribute('value').then(String);
  await own(page, { plan: 'pro' });
  await makeKeys(page, ['One', 'Two']);
  const ours = await idOf(page);
  const other = await as(null);
  await own(other, { plan: 'pro' });
  const keys = await makeKeys(other, ['Theirs', 'Theirs too']);
  const theirs = await idOf(other);

  await page.goto('/api-keys/revoke');
  await expect(page.getByText(t('apiKeys.revokeMany.none.title'))).toBeVisible();
  for (const query of [`id=${ours}&id=${theirs}`, `id=${theirs}`, 'id=x', 'id=']) {
    expect((await page.goto(`/api-keys/revoke?${query}`))?.status()).toBe(404);
    expect(await page.content()).not.toContain('Theirs');
  }

  // Another's key among the own ones, in the form itself.
  await page.goto(`/api-keys/revoke?id=${ours}`);
  const hidden = page.locator('input[name=id]');
  await hidden.evaluate((input, id) => {
    const more = input.cloneNode() as HTMLInputElement;
    more.value = id;
    input.after(more);
  }, theirs);
  await page.getByRole('button', { name: t('apiKeys.revokeMany.submit', { count: 1 }) }).click();
  await expect(page.getByText(t('refusals.not_found'))).toBeVisible();
  for (const key of keys) expect(await statusOf(page.request, key)).toBe(200);
  await openKeys(page);
  await expect(activeKeys(page)).toHaveCount(2);

  await revoke(page, rowOf(page, 'One'));
  await page.goto(`/api-keys/revoke?id=${ours}`);
  await expect(page.getByText(t('apiKeys.revokeMany.ended.title'))).toBeVisible();
});

test('without JavaScript chosen keys are revoked', async ({ as, request }) => {
  const plain = await as(null, { javaScriptEnabled: false });
  await own(plain, { plan: 'pro' });
  const keys = await makeKeys(plain, ['One', 'Two']);
  for (const box of await activeKeys(plain).getByRole('checkbox').all()) await box.check();
  // Two requests with one of them, and none with the other.
  for (let sent = 0; sent < 2; sent++) expect(await statusOf(request, `${keys[0]}`)).toBe(200);
  await plain.getByRole('button', { name: t('client.chosen.rotate', { count: 0 }) }).click();
  const list = plain.getByRole('list', { name: t('apiKeys.rotateMany.list') });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await plain.goBack();
  for (const box of await activeKeys(plain).getByRole('checkbox').all()) await box.check();
  await plain.getByRole('button', { name: t('client.chosen.revoke', { count: 0 }) }).click();
  const stops = t('apiKeys.consequence.ofMany.revoke', { keys: 2, count: 1 });
  await expect(
    plain.getByText(`${t('apiKeys.revokeMany.used', { count: 1 })} ${stops}`),
  ).toBeVisible();
  const [two, one] = await plain.getByRole('main').getByRole('listitem').allTextContents();
  expect(one).toMatch(/^One .*2 peticiones en las últimas 24 horas$/);
  expect(two).toMatch(/^Two .*Nunca$/);
  await plain.getByRole('button', { name: t('apiKeys.revokeMany.submit', { count: 2 }) }).click();
  await expect(plain.getByText(t('apiKeys.revokeMany.ended.title'))).toBeVisible();
  for (const key of keys) expect(await statusOf(request, key)).toBe(401);
});
