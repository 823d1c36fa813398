import type { Page } from '@playwright/test';

/**
 * Keeps what a page asks for on its way.
 * @param asked an address, with `*` and `**`
 * @param method the only one that is kept; any, if left out
 * @returns what lets it go
 */
export async function hold(page: Page, asked: string, method?: string): Promise<() => void> {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(asked, async (route) => {
    if (!method || route.request().method() === method) await held;
    await route.continue();
  });
  return letGo;
}
