import { type APIRequestContext, expect, type Locator, type Page } from '@playwright/test';
import type { Guard } from './guard';
import { aMoment } from './patient';
import { addKey } from './people';

export const KEY = /^sk_[0-9a-f]{64}$/;

/** What people do on /api-keys, in English or Spanish. */
export const reveal = (page: Page) =>
  page.getByRole('dialog', { name: /^(Your new API key|Tu nueva clave de API)$/ });
export const confirmation = (page: Page) => page.getByRole('alertdialog');
export const nameField = (page: Page) => page.getByRole('textbox', { name: /^(Name|Nombre)$/ });
export const generateButton = (page: Page) =>
  page.getByRole('button', { name: /^(Generate|Generar)$/ });
export const activeKeys = (page: Page) =>
  page.getByRole('table', { name: /^(Active keys|Claves activas)$/ }).locator('tbody tr');
/** The rows of the list, whatever it is filtered by. */
export const keyRows = (page: Page) => page.getByRole('table').locator('tbody tr');
export const rowOf = (page: Page, name: string) =>
  activeKeys(page).filter({ has: page.getByText(name, { exact: true }) });
export const revokeButton = (within: Page | Locator) =>
  within.getByRole('button', { name: /^(Revoke|Revocar)$/ });

export const copyButton = (page: Page) =>
  reveal(page).getByRole('button', { name: /^(Copy|Copiar)$/ });
export const closeAnyway = (page: Page) =>
  reveal(page).getByRole('button', { name: /^(Close without copying|Cerrar sin copiar)$/ });
const doneButton = (page: Page) => reveal(page).getByRole('button', { name: /^(Done|Listo)$/ });

/**
 * Lets a page not hear what happens to its key elsewhere. It asks every few seconds, and is then read
 * anew or, in another workspace, refused: at which moment of a test is a matter of luck.
 */
export async function unwatched(page: Page, guard: Guard): Promise<void> {
  guard.allow(/ERR_FAILED .*\/watch$/);
  await page.route('**/watch', (route) => route.abort());
}

/** What the API answers to a key. */
export async function statusOf(request: APIRequestContext, key: string, path = '/api/me') {
  const headers = { Authorization: `Bearer ${key}` };
  return (await request.get(path, { headers })).status();
}

/** Opens the page. */
export async function openKeys(page: Page): Promise<void> {
  await page.goto('/api-keys');
  await expect(quotaLine(page)).toBeVisible();
}

/** Generates a key and leaves the modal open. */
export async function generate(page: Page, name: string): Promise<string> {
  await nameField(page).fill(name);
  await generateButton(page).click();
  const key = String(await reveal(page).getByText(KEY).textContent());
  // From then on it answers to Escape, to clicks beside it and to Back.
  await expect(copyButton(page)).toBeFocused();
  await aMoment(page);
  return key;
}

/** Generates a key on the page that is open, and closes the modal. */
export async function generateAndClose(page: Page, name: string): Promise<string> {
  const key = await generate(page, name);
  await closeReveal(page);
  await expect(rowOf(page, name)).toBeVisible();
  return key;
}

/** Adds a key to the workspace of a page by a row in the database, and opens the list. */
export async function makeKey(page: Page, name: string, terms: object = {}): Promise<string> {
  const { secret } = await addKey(page, name, terms);
  await openKeys(page);
  return secret;
}

/** Adds a key by a row in the database, and opens its page. */
export async function openNewKey(page: Page, name: string, terms: object = {}): Promise<string> {
  const { id, secret } = await addKey(page, name, terms);
  await page.goto(`/api-keys/${id}`);
  return secret;
}

/** Adds keys by rows in the database, the first one first, and opens the list. */
export async function makeKeys(page: Page, names: string[]): Promise<string[]> {
  const secrets: string[] = [];
  for (const name of names) secrets.push((await addKey(page, name)).secret);
  await openKeys(page);
  return secrets;
}

/** Closes the modal, and says that it was meant if nothing was copied. */
export async function closeReveal(page: Page): Promise<void> {
  await expect(doneButton(page)).toBeVisible();
  // The modal takes back the entry that it gave Back to take away: nobody leaves before.
  const back = page.evaluate(
    () => new Promise<void>((done) => addEventListener('popstate', () => done(), { once: true })),
  );
  await doneButton(page).click();
  await expect(async () => {
    const anyway = closeAnyway(page);
    if (await anyway.isVisible()) await anyway.click();
    expect(await reveal(page).isHidden()).toBe(true);
  }).toPass();
  await back;
}

/** Escape, once the question is ready for it. */
export async function escapeConfirmation(page: Page): Promise<void> {
  await expect(confirmation(page).locator(':focus')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(confirmation(page)).toBeHidden();
}

export async function revoke(page: Page, row: Locator): Promise<void> {
  await revokeButton(row).click();
  await confirmRevoking(page);
}

/** Answers the question that is open. */
export async function confirmRevoking(page: Page): Promise<void> {
  await confirmation(page)
    .getByRole('button', { name: /^(Revoke key|Revocar clave)$/ })
    .click();
  await expect(confirmation(page)).toBeHidden();
}

/** Revokes every active key of the chosen workspace: where a test that counts begins and ends. */
export async function revokeAll(page: Page): Promise<void> {
  await openKeys(page);
  // The two keys of a rotation are one row.
  const buttons = revokeButton(activeKeys(page));
  for (let left = await buttons.count(); left > 0; left--) {
    await buttons.first().click();
    await confirmRevoking(page);
    await expect(buttons).toHaveCount(left - 1);
  }
}

/** The active keys as the page lists them after a reload: names and hints, not times. */
export async function listed(page: Page): Promise<string[]> {
  await openKeys(page);
  return await activeKeys(page).locator('th [translate=no]').allTextContents();
}

/** The line that says how many keys there are. */
export const quotaLine = (page: Page) =>
  page.getByText(/(active keys?|claves? activas?)(, unlimited|, sin límite)?$/).first();
