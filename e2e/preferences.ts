import { type Page, test } from '@playwright/test';

/** Chooses language and theme as the switches do, by their cookies. */
export async function prefer(page: Page, locale: 'en' | 'es', theme = 'system'): Promise<void> {
  const url = String(test.info().project.use.baseURL);
  await page.context().addCookies([
    { name: 'zendrhax.locale', value: locale, url },
    { name: 'zendrhax.theme', value: theme, url },
  ]);
}
