import type { Locator, Page } from '@playwright/test';
import { domain } from './database';
import { expect, prefer, said, test, words } from './fixtures';
import {
  activeKeys,
  closeReveal,
  copyButton,
  generate,
  generateButton,
  KEY,
  nameField,
  openKeys,
  reveal,
  revokeButton,
  rowOf,
} from './keys';
import { addKey, newEmail, own } from './people';
import { addRows } from './rows';

/** How many rows can be read as a whole without scrolling. */
const aboveTheFold = (page: Page) =>
  activeKeys(page).evaluateAll(
    (rows) => rows.filter((row) => row.getBoundingClientRect().bottom <= innerHeight).length,
  );

const colourOf = (element: Locator) => element.evaluate((it) => getComputedStyle(it).color);

for (const language of ['en', 'es'] as const) {
  test(`the list is above the fold: six rows on a laptop, two on a phone (${language})`, async ({
    page,
    request,
  }) => {
    await own(page, { plan: 'pro' });
    await addRows(page, 19);
    const { secret } = await addKey(page, 'The last one');
    const headers = { Authorization: `Bearer ${secret}`, 'User-Agent': 'python-requests/2.32' };
    for (let sent = 0; sent < 3; sent++) await request.get('/api/me', { headers });
    await prefer(page, language);
    await page.setViewportSize({ width: 1280, height: 800 });
    await openKeys(page);
    await expect(activeKeys(page)).toHaveCount(20);
    expect(await aboveTheFold(page)).toBeGreaterThanOrEqual(6);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await aboveTheFold(page)).toBeGreaterThanOrEqual(2);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });

  test(`a new key is in sight at its place, marked, and said to be there (${language})`, async ({
    as,
  }) => {
    const t = words[language];
    const page = await as(null, { permissions: ['clipboard-read', 'clipboard-write'] });
    await own(page, { plan: 'pro', language });
    await addRows(page, 12);
    await page.setViewportSize({ width: 360, height: 740 });
    await openKeys(page);
    await nameField(page).fill('Brand new');
    await generateButton(page).click();
    await expect(reveal(page).getByText(KEY)).toBeVisible();
    await copyButton(page).click();
    await closeReveal(page);
    const row = activeKeys(page).first();
    await expect(row).toContainText('Brand new');
    await expect(row.getByText(t('client.createKey.fresh'), { exact: true })).toBeVisible();
    await expect(row).toBeInViewport({ ratio: 1 });
    await expect(said(page)).toHaveText(t('client.createKey.listed', { name: 'Brand new' }));
    await expect(nameField(page)).toHaveValue('');

    // In a list that does not have it, the way to it is told.
    await page.goto('/api-keys?q=shop');
    await generate(page, 'Not among them');
    await closeReveal(page);
    await said(page).getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not among them');
  });
}

test('Revoke is quiet until its row is pointed at or has the focus', async ({ page }) => {
  await own(page, { plan: 'starter' });
  await addKey(page, 'One');
  await addKey(page, 'Two');
  await openKeys(page);
  const button = revokeButton(rowOf(page, 'One'));
  const quiet = await colourOf(button);
  await rowOf(page, 'One').hover();
  await expect.poll(() => colourOf(button)).not.toBe(quiet);
  await page.mouse.move(0, 0);
  await expect.poll(() => colourOf(button)).toBe(quiet);
  await rowOf(page, 'One').getByRole('link', { name: 'One' }).focus();
  await expect.poll(() => colourOf(button)).not.toBe(quiet);
});

const TOLD = {
  en: {
    used: /1 request in 24 hours, from node 127\.0\.0\.1/,
    idle: /Not used for 5 months/,
    never: /Never used/,
    tried: /Still tried: once in 24 hours, from node 127\.0\.0\.1/,
    left: /Adrian, who has left/,
  },
  es: {
    used: /1 petición en 24 horas, desde node 127\.0\.0\.1/,
    idle: /Sin uso desde hace 5 meses/,
    never: /Nunca usada/,
    tried: /Aún se intenta usar: una vez en 24 horas, desde node 127\.0\.0\.1/,
    left: /Adrian, que se ha ido/,
  },
};

for (const language of ['en', 'es'] as const) {
  test(`a row answers who uses a key, how much, and who has it (${language})`, async ({
    page,
    request,
  }) => {
    const told = TOLD[language];
    const t = words[language];
    await own(page, { plan: 'pro', language });
    const { db } = await domain();
    const send = async (key: string) => {
      const headers = { Authorization: `Bearer ${key}`, 'User-Agent': 'node/22' };
      return (await request.get('/api/me', { headers })).status();
    };
    const adrian = { name: 'Adrian', email: newEmail(), passwordHash: 'none', language };
    const holder = await db.user.create({ data: adrian });
    await addKey(page, 'Unused');
    const idle = await addKey(page, 'Idle');
    const tried = await addKey(page, 'Tried');
    const used = await addKey(page, 'Used');
    const change = (id: string, data: object) => db.apiKey.update({ where: { id }, data });
    await change(used.id, { holderId: holder.id });
    await change(idle.id, { lastUsedAt: new Date(Date.now() - 160 * 86_400_000) });
    await change(tried.id, { pausedAt: new Date() });
    expect([await send(used.secret), await send(tried.secret)]).toEqual([200, 401]);
    for (const [width, height] of [
      [1280, 800],
      [360, 740],
    ] as const) {
      await page.setViewportSize({ width, height });
      await openKeys(page);
      const line = async (name: string, ...texts: (RegExp | string)[]) => {
        for (const text of texts) await expect(rowOf(page, name)).toContainText(text);
      };
      await line('Used', told.used, told.left);
      await line('Idle', told.idle);
      await line('Unused', told.never);
      await line('Tried', told.tried, t('apiKeys.table.states.paused'));
      await expect(rowOf(page, 'Used')).toBeInViewport({ ratio: 1 });
      await expect(rowOf(page, 'Tried')).toBeInViewport({ ratio: 1 });
      // In one line, where there is room for it.
      const heights = await activeKeys(page).evaluateAll((rows) =>
        rows.map((row) => row.getBoundingClientRect().height),
      );
      if (width === 1280) expect(Math.max(...heights)).toBeLessThan(52);
    }
  });
}
