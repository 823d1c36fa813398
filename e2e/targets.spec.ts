import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

/** WCAG 2.2 asks for 24 (2.5.8); a thumb asks for more. */
const LEAST = 32;

const PUBLIC = [
  '/',
  '/plans',
  '/help',
  '/help/api-keys',
  '/help/errors',
  '/docs',
  '/contact',
  '/legal',
  '/legal/privacy',
  '/sign-in',
  '/register',
  '/forgot-password',
  '/nowhere',
];
const SIGNED_IN = [
  '/api-keys',
  '/invoices',
  '/members',
  '/plans',
  '/settings',
  '/settings/workspace',
  '/workspace/select',
  '/workspace/new',
];

/** What can be clicked and is too small for it, links within a sentence aside. */
const tooSmall = (page: Page) =>
  page.evaluate((least) => {
    const isInSentence = (element: Element) => {
      if (getComputedStyle(element).display !== 'inline') return false;
      let block = element.parentElement;
      while (block && getComputedStyle(block).display === 'inline') block = block.parentElement;
      const around = block?.textContent?.trim().length ?? 0;
      return around > (element.textContent?.trim().length ?? 0);
    };
    const shown = [
      ...document.querySelectorAll('a[href], button, summary, input, select, textarea'),
    ]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      // A heading that is linked to is no control: it names the place.
      .filter((element) => !element.closest('[inert], .sr-only, :is(h1, h2, h3) > a[href^="#"]'))
      .filter((element) => !isInSentence(element));
    return shown.flatMap((element) => {
      const spreads = getComputedStyle(element, '::after').position === 'absolute';
      const target = spreads ? (element as HTMLElement).offsetParent : element.closest('label');
      const { width, height } = (target ?? element).getBoundingClientRect();
      if (Math.min(width, height) >= least - 0.5) return [];
      const name = element.getAttribute('aria-label') || element.textContent || element.id;
      return [`${element.localName} “${name.trim()}” ${Math.round(width)} × ${Math.round(height)}`];
    });
  }, LEAST);

async function look(page: Page, paths: string[]): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const path of paths) {
    await page.goto(path);
    const small = await tooSmall(page);
    if (small.length > 0) found[path] = small;
  }
  return found;
}

for (const width of [360, 1280]) {
  const viewport = { width, height: 900 };

  test(`all that can be clicked has room for a thumb, at ${width} px`, async ({ as, guard }) => {
    guard.allowStatus(404);
    const visitor = await as(null, { viewport });
    expect.soft(await look(visitor, PUBLIC)).toEqual({});
    const owner = await as('owner@acme.test', { viewport });
    expect(await look(owner, SIGNED_IN)).toEqual({});
    await owner.goto('/invoices?status=paid');
    await owner.locator('tbody a').first().click();
    await expect(owner.getByRole('heading', { level: 1 })).toContainText('INV');
    expect(await tooSmall(owner)).toEqual([]);
    for (const menu of [/now Acme/, /owner@acme\.test/]) {
      await owner.getByRole('button', { name: menu }).click();
      expect(await tooSmall(owner)).toEqual([]);
      await owner.keyboard.press('Escape');
    }
  });
}
