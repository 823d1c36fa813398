import type { Page } from '@playwright/test';
import { expect } from './fixtures';
import { confirmation } from './keys';

export const planRow = (page: Page, plan: string) =>
  page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${plan}`) }) });
export const switchButton = (page: Page, plan: string) =>
  page.getByRole('button', { name: new RegExp(`^(Switch to|Cambiar a) ${plan}$`) });

/** Moves the chosen workspace to a plan, from anywhere; nothing happens if it has it. */
export async function switchTo(page: Page, plan: string): Promise<void> {
  await page.goto('/plans');
  await expect(planRow(page, plan)).toBeVisible();
  if ((await planRow(page, plan).getAttribute('aria-current')) === 'true') return;
  await switchButton(page, plan).click();
  await confirmation(page)
    .getByRole('button', { name: `Switch to ${plan}` })
    .click();
  await expect(planRow(page, plan)).toHaveAttribute('aria-current', 'true');
}
