import type { Locator } from '@playwright/test';
import { expect, t, test } from './fixtures';
import {
  closeReveal,
  confirmation,
  copyButton,
  generate,
  generateButton,
  makeKeys,
  revokeButton,
  rowOf,
} from './keys';
import { own } from './people';

test.use({ locale: 'es-ES' });

const edge = (element: Locator) =>
  element.evaluate((it) => {
    const { borderTopWidth, borderTopStyle, borderTopColor } = getComputedStyle(it);
    const canvas = getComputedStyle(document.body).backgroundColor;
    return borderTopStyle === 'solid' && borderTopWidth !== '0px' && borderTopColor !== canvas;
  });

const underline = (element: Locator) =>
  element.evaluate((it) => getComputedStyle(it).borderBottomColor);

test('with forced colours, buttons have an outline, one tab is current, and the meter is seen', async ({
  as,
}) => {
  const page = await as(null, { forcedColors: 'active' });
  await own(page, { plan: 'starter' });
  await makeKeys(page, ['One', 'Two', 'Three', 'Four']);
  expect(await edge(generateButton(page))).toBe(true);

  const tabs = page.getByRole('navigation', { name: t('shell.navigation') }).getByRole('link');
  const current = await underline(tabs.and(page.locator('[aria-current]')));
  const other = await underline(tabs.and(page.locator(':not([aria-current])')).first());
  const canvas = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(other).toBe(canvas);
  expect(current).not.toBe(canvas);

  // Drawn beside the browser's own, which is there for screen readers.
  const drawn = page.locator('meter + svg');
  expect(await edge(drawn)).toBe(true);
  const [bar, behind] = await drawn.evaluate((it) => [
    getComputedStyle(it.querySelector('rect') ?? it).fill,
    getComputedStyle(it).backgroundColor,
  ]);
  expect(bar).not.toBe(behind);

  await generate(page, 'Contrast');
  expect(await edge(copyButton(page))).toBe(true);
  await closeReveal(page);
  await revokeButton(rowOf(page, 'Contrast')).click();
  expect(
    await edge(confirmation(page).getByRole('button', { name: t('client.revokeKey.confirm') })),
  ).toBe(true);
});
