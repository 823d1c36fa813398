import type { Page } from '@playwright/test';
import { expect } from './fixtures';

export const operation = (page: Page, id: string) => page.locator(`article:has(#${id})`);
export const keyField = (page: Page) => page.locator('#key');
export const send = (page: Page, id: string) =>
  operation(page, id).getByRole('button', { name: /^(Send|Enviar)$/ });

/** Opens the form of an operation. */
export async function tryIt(page: Page, id: string) {
  const section = operation(page, id);
  await section.locator('summary', { hasText: /^(Try it|Probar)/ }).click();
  await expect(send(page, id)).toBeVisible();
  return section;
}
