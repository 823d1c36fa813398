import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { expect, test } from './fixtures';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** For files that inspect: colors that fade are those of neither theme. */
export const STILL = { contextOptions: { reducedMotion: 'reduce' }, colorScheme: 'light' } as const;

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What depends on colors, and so on the theme. */
const COLORS = ['color-contrast', 'link-in-text-block'];

/**
 * Runs axe over what is on screen at a desktop's width, in the light theme and what depends on
 * colors in the dark one too, and looks whether it fits a phone's.
 * @param within what is new on a page that was inspected before
 */
export async function inspect(page: Page, what: string, within = 'html'): Promise<void> {
  await test.step(what, async () => {
    // The title of a page that was reached by a link may come after the page.
    await expect(page).toHaveTitle(/\S/);
    await settled(page);
    expect.soft(await violations(page, within), `${what}: axe`).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await settled(page);
    expect.soft(await violations(page, within, COLORS), `${what}: axe, dark`).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });

    const desktop = page.viewportSize() ?? { width: 1280, height: 720 };
    await page.setViewportSize({ width: 360, height: 740 });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect.soft(width, `${what}: width at 360 px`).toBeLessThanOrEqual(360);
    await page.setViewportSize(desktop);
  });
}

/** Waits until what comes late is there, and nothing moves or fades. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('.animate-pulse')).toHaveCount(0);
  await page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    // One that is over may still be there, holding what it led to.
    const moving = () => document.getAnimations().filter((one) => one.playState === 'running');
    await frame();
    // What inherits a color that fades begins to fade anew in every frame.
    for (let some = moving(); some.length > 0; some = moving()) {
      await Promise.allSettled(some.map((one) => one.finished));
      await frame();
    }
  });
}

/**
 * What axe has against a page. It is brought into each document once: to do so takes as long as to look.
 * @param rules to check, all those of TAGS if left out
 * @returns each rule that is broken, and the elements that break it
 */
export async function violations(page: Page, within: string, rules = TAGS): Promise<string[][]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async ({ within, runOnly }) => {
      // What passes is not described, which takes longer than finding out.
      const found = await window.axe.run(within, { runOnly, resultTypes: ['violations'] });
      return found.violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
    },
    { within, runOnly: rules },
  );
}
