import type { Page } from '@playwright/test';
import { keyRows, openNewKey } from './keys';
import { addKey, own } from './people';

/** Names of keys that nobody searches for: with one more, the list has a search. */
export const OTHERS = ['Zeta 1', 'Zeta 2', 'Zeta 3', 'Zeta 4', 'Zeta 5', 'Zeta 6', 'Zeta 7'];

/** The names of the rows of the list, whatever it is filtered by. */
export const names = (page: Page) => keyRows(page).locator('th a').allTextContents();

export const searchField = (page: Page) =>
  page.getByRole('searchbox', { name: /^(Search keys|Buscar claves)$/ });

/** Owns a workspace with so many keys that the list has a search. */
export async function ownMany(page: Page, plan = 'pro'): Promise<void> {
  await own(page, { plan });
  for (const name of OTHERS) await addKey(page, name);
}

export async function search(page: Page, text: string): Promise<void> {
  await searchField(page).fill(text);
  await searchField(page).press('Enter');
}

export const heading = (page: Page) => page.getByRole('heading', { level: 1 });
export const main = (page: Page) => page.getByRole('main');

/** What edits a key, on its page. */
export const save = (page: Page) => page.getByRole('button', { name: /^(Save|Guardar)$/ });
export const field = (page: Page, name: string) => page.locator(`#edit-${name}`);

/** Signs in the Owner of one key, and opens its page. */
export async function ownKey(
  page: Page,
  name: string,
  language: 'en' | 'es' = 'en',
): Promise<string> {
  await own(page, { language });
  return openNewKey(page, name);
}
