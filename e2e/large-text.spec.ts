import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { addKey, own } from './people';

test.use({ locale: 'es-ES' });

/** What a person sets in their browser who needs letters of twice the size. */
async function doubleText(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
}

/** Controls that are partly out of the window, and boxes that hide a part of what is in them. */
const cutOff = (page: Page) =>
  page.evaluate(() => {
    const isHidden = (element: Element) => {
      const { width, height } = element.getBoundingClientRect();
      return !element.checkVisibility({ visibilityProperty: true }) || width < 2 || height < 2;
    };
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    const outside = [
      ...document.querySelectorAll('a, button, input, select, textarea, summary, h1, h2'),
    ]
      .filter((control) => !isHidden(control) && !scrolls(control.parentElement))
      .filter((control) => {
        const { left, right } = control.getBoundingClientRect();
        return left < -1 || right > innerWidth + 1;
      });
    const { scrollWidth } = document.documentElement;
    return [
      ...(scrollWidth > innerWidth ? [`the page: ${scrollWidth} px`] : []),
      ...outside.map((control) => `${control.localName} ${control.textContent?.slice(0, 40)}`),
    ];
  });

test('with text of twice the size nothing is cut off, for a visitor', async ({ page }) => {
  await expectWhole(page, [
    '/',
    '/plans',
    '/docs',
    '/help',
    '/help/api-keys',
    '/contact',
    '/sign-in',
  ]);
});

test('with text of twice the size nothing is cut off, for an Owner', async ({ page }) => {
  await own(page, { plan: 'starter', workspace: 'Analytical Engines' });
  const { id } = await addKey(page, 'Nightly export of invoices');
  await expectWhole(page, [
    '/api-keys',
    `/api-keys/${id}`,
    '/invoices',
    '/members',
    '/settings',
    '/settings/workspace',
  ]);
});

async function expectWhole(page: Page, paths: string[]): Promise<void> {
  await doubleText(page);
  for (const path of paths) {
    await page.goto(path);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe(
      '32px',
    );
    for (const width of [360, 768, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      expect.soft(await cutOff(page), `${path} at ${width} px`).toEqual([]);
    }
  }
}
