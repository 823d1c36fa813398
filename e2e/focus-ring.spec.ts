import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { addKey, own } from './people';

/** Goes through a page by Tab. @returns what had the focus without a ring around it that is seen */
async function withoutRing(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (let stops = 0; stops < 150; stops++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const { activeElement: focused, documentElement } = document;
      if (!focused || focused === document.body) return null;
      const widthOf = (element: Element) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth);
      };
      let ringed: Element | null = focused;
      while (ringed && widthOf(ringed) < 2) ringed = ringed.parentElement;
      const name = `${focused.localName} “${(focused.getAttribute('aria-label') ?? focused.textContent ?? '').trim()}” ${focused.id}`;
      if (!ringed) return `${name}: none`;
      const reach = widthOf(ringed) + Number.parseFloat(getComputedStyle(ringed).outlineOffset);
      const box = ringed.getBoundingClientRect();
      let clip = ringed.parentElement;
      for (; clip && clip !== documentElement; clip = clip.parentElement) {
        if (getComputedStyle(clip).overflow === 'visible') continue;
        const edge = clip.getBoundingClientRect();
        const cut = Math.max(
          edge.left - (box.left - reach),
          box.right + reach - edge.right,
          edge.top - (box.top - reach),
          box.bottom + reach - edge.bottom,
        );
        if (cut > 1) return `${name}: cut by ${Math.round(cut)} px`;
      }
      return '';
    });
    if (at === null) return found;
    if (at) found.push(at);
  }
  return found;
}

test('whatever the keyboard reaches has a ring around it that is seen', async ({ page, as }) => {
  await own(page, { plan: 'pro' });
  const { id } = await addKey(page, 'One');
  for (let more = 0; more < 8; more++) await addKey(page, `More ${more}`);
  const visitor = await as(null);
  for (const [who, path] of [
    [page, '/api-keys'],
    [page, `/api-keys/${id}`],
    [page, `/api-keys/${id}/rotate`],
    [page, '/invoices'],
    [page, '/members'],
    [page, '/settings'],
    [visitor, '/'],
    [visitor, '/sign-in'],
    [visitor, '/help/api-keys'],
    [visitor, '/docs'],
  ] as const) {
    await who.goto(path);
    expect.soft(await withoutRing(who), path).toEqual([]);
  }
});
