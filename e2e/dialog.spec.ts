import type { Locator, Page } from '@playwright/test';
import { expect, said, t, test } from './fixtures';
import {
  closeReveal,
  confirmation,
  copyButton,
  generate,
  makeKey,
  openKeys,
  reveal,
  revoke,
  revokeButton,
  rowOf,
} from './keys';
import { aMoment } from './patient';
import { own } from './people';

test.use({ locale: 'es-ES' });

const tip = (page: Page) => reveal(page).getByText(t('client.revealKey.tip.uncopied'));
const keepKey = (page: Page) =>
  confirmation(page).getByRole('button', { name: t('client.revokeKey.cancel') });
const scrolled = (page: Page) => page.evaluate(() => scrollY);

/** How often the browser has closed the dialog. */
const closings = (dialog: Locator) =>
  dialog.evaluateHandle((element) => {
    const count = { times: 0 };
    element.addEventListener('close', () => count.times++);
    return count;
  });

test('Escape closes no modal that shows a key, however often and wherever it is pressed', async ({
  page,
}) => {
  await own(page);
  await openKeys(page);
  const key = await generate(page, 'Escaped');
  const count = await closings(reveal(page));
  for (let times = 0; times < 5; times++) {
    await page.keyboard.press('Escape');
    await aMoment(page);
  }
  await expect(tip(page)).toBeVisible();
  // A click on a text takes the focus from the buttons, in some browsers out of the dialog.
  await reveal(page).getByRole('heading').first().click();
  await expect(reveal(page).locator(':focus')).toHaveCount(0);
  for (let times = 0; times < 5; times++) {
    await page.keyboard.press('Escape');
    await aMoment(page);
  }
  await expect(reveal(page).getByText(key)).toBeVisible();
  expect(await count.evaluate(({ times }) => times)).toBe(0);
  await closeReveal(page);
});

test('a dialog that the browser closes is open again, and says what it says to Escape', async ({
  page,
}) => {
  await own(page);
  await openKeys(page);
  const key = await generate(page, 'Open again');
  await reveal(page).evaluate((dialog: HTMLDialogElement) => dialog.close());
  await expect(tip(page)).toBeVisible();
  await expect(reveal(page).getByText(key)).toBeVisible();
  await expect(copyButton(page)).toBeFocused();
  await expect(page.locator('dialog:modal')).toHaveCount(1);
  await closeReveal(page);

  await revokeButton(rowOf(page, 'Open again')).click();
  await confirmation(page).evaluate((dialog: HTMLDialogElement) => dialog.close());
  await expect(confirmation(page)).toHaveCount(0);
  await expect(revokeButton(rowOf(page, 'Open again'))).toBeFocused();
});

test('only a click that begins outside is one, and it answers no question', async ({ page }) => {
  await own(page);
  await openKeys(page);
  await generate(page, 'Clicked');
  const heading = await reveal(page).getByRole('heading').first().boundingBox();
  await page.mouse.move(Number(heading?.x) + 20, Number(heading?.y) + 10);
  await page.mouse.down();
  await page.mouse.move(5, 5, { steps: 3 });
  await page.mouse.up();
  await aMoment(page);
  await expect(tip(page)).toBeHidden();
  await copyButton(page).focus();
  await page.mouse.click(5, 5);
  await expect(tip(page)).toBeVisible();
  await expect(copyButton(page)).toBeFocused();
  await closeReveal(page);

  await revokeButton(rowOf(page, 'Clicked')).click();
  await expect(keepKey(page)).toBeFocused();
  await page.mouse.click(5, 5);
  await aMoment(page);
  await expect(keepKey(page)).toBeFocused();
});

test('Enter that is held down on Revoke asks once, and does not answer', async ({ page }) => {
  await own(page);
  await makeKey(page, 'Held down');
  await revokeButton(rowOf(page, 'Held down')).focus();
  await page.keyboard.down('Enter');
  await expect(keepKey(page)).toBeFocused();
  const count = await closings(confirmation(page));
  for (let times = 0; times < 5; times++) {
    await page.keyboard.down('Enter');
    await aMoment(page);
  }
  await page.keyboard.up('Enter');
  await expect(keepKey(page)).toBeFocused();
  expect(await count.evaluate(({ times }) => times)).toBe(0);
});

test('behind a dialog nothing scrolls and nothing has the focus; afterwards all does', async ({
  page,
}) => {
  await own(page);
  await makeKey(page, 'In front');
  await page.setViewportSize({ width: 360, height: 300 });
  await openKeys(page);
  await revokeButton(rowOf(page, 'In front')).click();
  await expect(keepKey(page)).toBeFocused();
  const before = await scrolled(page);
  const scroll = async (by: number) => {
    await page.mouse.move(3, 3);
    const turned = page.evaluate(
      () => new Promise<void>((done) => addEventListener('wheel', () => done(), { once: true })),
    );
    await page.mouse.wheel(0, by);
    await turned;
    await confirmation(page).getByRole('heading').click();
    await page.keyboard.press(by > 0 ? 'End' : 'Home');
    // What would scroll has begun to.
    for (let frames = 0; frames < 5; frames++) await aMoment(page);
  };
  await scroll(300);
  expect(await scrolled(page)).toBe(before);
  await scroll(-300);
  expect(await scrolled(page)).toBe(before);

  for (const key of ['Tab', 'Shift+Tab']) {
    for (let presses = 0; presses < 6; presses++) {
      await page.keyboard.press(key);
      expect(
        await page.evaluate(() => {
          const { activeElement: at, body } = document;
          return at === body || at?.closest('dialog') !== null;
        }),
      ).toBe(true);
    }
  }
  await page.keyboard.press('Escape');
  await expect(confirmation(page)).toBeHidden();
  await expect(revokeButton(rowOf(page, 'In front'))).toBeFocused();
  await page.mouse.wheel(0, before > 0 ? -300 : 300);
  await expect.poll(() => scrolled(page)).not.toBe(before);
});

test('a question that is longer than the window scrolls within', async ({ page }) => {
  await own(page, { plan: 'pro' });
  const name = 'A name of eighty characters '.repeat(3).slice(0, 80).trim();
  await makeKey(page, name);
  await page.setViewportSize({ width: 360, height: 260 });
  await openKeys(page);
  await revokeButton(rowOf(page, name)).click();
  await expect(keepKey(page)).toBeInViewport({ ratio: 1 });
  const box = await confirmation(page).boundingBox();
  expect(box?.y).toBeGreaterThanOrEqual(15);
  expect(Number(box?.y) + Number(box?.height)).toBeLessThanOrEqual(245);
  const heading = confirmation(page).getByRole('heading');
  await expect(heading).not.toBeInViewport({ ratio: 1 });
  await page.mouse.move(180, 130);
  await page.mouse.wheel(0, -400);
  await expect(heading).toBeInViewport({ ratio: 1 });
});

test('what was done is said once the dialog is gone, where a screen reader can hear it', async ({
  page,
}) => {
  await own(page);
  await makeKey(page, 'Told');
  await page.evaluate(() => {
    // One callback of the observer has all that changed at once.
    new MutationObserver((changes) => {
      const isGone = changes.some(({ removedNodes }) =>
        [...removedNodes].some(({ nodeName }) => nodeName === 'DIALOG'),
      );
      const isSaid = changes.some(({ addedNodes }) =>
        [...addedNodes].some((node) => node.textContent?.includes('«Told» está revocada')),
      );
      const { dataset } = document.documentElement;
      const seen = [isGone && 'gone', isSaid && 'said'].filter(Boolean).join(' and ');
      if (seen) dataset.seen = dataset.seen ? `${dataset.seen}, then ${seen}` : seen;
    }).observe(document.body, { childList: true, subtree: true });
  });
  await revoke(page, rowOf(page, 'Told'));
  await expect(said(page)).toHaveText(/^«Told» está revocada/);
  await expect(page.locator('html')).toHaveAttribute('data-seen', 'gone, then said');
});

test('a page that is left while a question is open leaves nothing inert', async ({ page }) => {
  await own(page);
  await makeKey(page, 'Left alone');
  await page.goto('/invoices');
  await page
    .getByRole('link', { name: t('shell.apiKeys') })
    .first()
    .click();
  await revokeButton(rowOf(page, 'Left alone')).click();
  await expect(keepKey(page)).toBeFocused();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('shell.invoices'));
  await expect(page.locator('dialog')).toHaveCount(0);
  await page
    .getByRole('link', { name: t('shell.apiKeys') })
    .first()
    .click();
  await expect(rowOf(page, 'Left alone')).toBeVisible();
  await expect(confirmation(page)).toHaveCount(0);
});
