import { expect, prefer, test } from './fixtures';
import {
  activeKeys,
  closeReveal,
  generate,
  generateButton,
  makeKey,
  makeKeys,
  nameField,
  openKeys,
  quotaLine,
  reveal,
  revoke,
  rowOf,
} from './keys';
import { own } from './people';

test('the first key of a plan with room for one is a success, and no shortage', async ({
  page,
}) => {
  await own(page);
  await openKeys(page);
  await expect(quotaLine(page)).toHaveText('0 of 1 active key');

  await generate(page, 'The only one');
  await closeReveal(page);
  await expect(quotaLine(page)).toHaveText('1 of 1 active key');
  const main = page.getByRole('main');
  await expect(main.getByText('Your key is ready.')).toBeVisible();
  await expect(main.getByText('The Free plan has room for one key.')).toBeVisible();
  await expect(main.getByText('There is no room for another key')).toHaveCount(0);
  await expect(main.getByRole('list', { name: 'Keys to look at' })).toHaveCount(0);
  await expect(page.getByRole('meter')).toHaveCount(0);
  await expect(nameField(page)).toBeHidden();
  const more = main.getByRole('link', { name: 'Compare plans with room for more' });
  await expect(more).toHaveAttribute('href', '/plans');

  await prefer(page, 'es');
  await page.reload();
  await expect(main.getByText('Tu clave está lista.')).toBeVisible();
  await expect(main.getByText('El plan Free admite una clave.')).toBeVisible();
  await prefer(page, 'en');
  await page.reload();
  await revoke(page, rowOf(page, 'The only one'));
  await expect(quotaLine(page)).toHaveText('0 of 1 active key');
  await generate(page, 'The next one');
  await closeReveal(page);
  await expect(rowOf(page, 'The next one')).toBeVisible();
});

test('a workspace at its limit is refused another key until one is revoked', async ({ page }) => {
  await own(page, { plan: 'starter' });
  await makeKeys(page, ['One', 'Two', 'Three']);
  await expect(quotaLine(page)).toHaveText('3 of 5 active keys');
  await expect(page.getByRole('meter')).toHaveCount(0);
  await makeKey(page, 'Four');
  const meter = page.getByRole('meter', { name: '4 of 5 active keys' });
  await expect(meter).toHaveJSProperty('value', 4);
  await expect(meter).toHaveJSProperty('max', 5);

  await generate(page, 'Five');
  await closeReveal(page);
  await expect(quotaLine(page)).toHaveText('5 of 5 active keys');
  const main = page.getByRole('main');
  await expect(main.getByText('There is no room for another key')).toHaveCount(1);
  await expect(nameField(page)).toBeHidden();
  const more = main.getByRole('link', { name: 'switch to a plan with room for more' });
  await expect(more).toHaveAttribute('href', '/plans');
  await expect(main.getByRole('link', { name: 'Starter plan' })).toHaveAttribute('href', '/plans');

  await prefer(page, 'es');
  await page.reload();
  await expect(main.getByText('No hay sitio para otra clave')).toBeVisible();
  await expect(main.getByRole('link', { name: 'cambia a un plan que admita más' })).toBeVisible();
  await expect(quotaLine(page)).toHaveText('5 de 5 claves activas');
  await prefer(page, 'en');
  await page.reload();

  await revoke(page, rowOf(page, 'Five'));
  await expect(quotaLine(page)).toHaveText('4 of 5 active keys');
  await generate(page, 'The next one');
  await closeReveal(page);
  await expect(rowOf(page, 'The next one')).toBeVisible();
});

test('where another tab took the last room, the form gives way, and comes back with what was typed', async ({
  page,
  context,
}) => {
  await own(page);
  await openKeys(page);
  const other = await context.newPage();
  await other.goto('/api-keys');
  await makeKey(other, 'Was faster');

  await nameField(page).fill('One too many');
  await generateButton(page).click();
  const notice = page.getByRole('main').getByText('The Free plan has room for one key.');
  await expect(notice).toBeVisible();
  await expect(nameField(page)).toBeHidden();
  await expect(reveal(page)).toBeHidden();
  await expect(activeKeys(page)).toHaveCount(1);
  // It is not this one that is ready: what was refused is said first.
  await expect(page.locator(':focus')).toContainText(
    /^Your plan has room for one active key, and there is one\./,
  );

  await revoke(page, rowOf(page, 'Was faster'));
  await expect(nameField(page)).toHaveValue('One too many');
  await expect(notice).toHaveCount(0);
  await generateButton(page).click();
  await closeReveal(page);
  await expect(rowOf(page, 'One too many')).toBeVisible();
  // What stands in the place of the form, as a whole: it says why, and then where to go.
  await expect(page.locator('div:focus')).toContainText('Compare plans with room for more');
});

test('a workspace whose plan has no API feature is told which plans do', async ({ as }) => {
  const page = await as('owner@hooli.test');
  await page.goto('/api-keys');
  await expect(
    page.getByText(/^Your plan does not include API keys\. These plans do: .*Starter/),
  ).toBeVisible();
  const main = page.getByRole('main');
  await expect(nameField(page)).toBeHidden();
  await expect(main.getByRole('link', { name: 'Compare plans' })).toHaveAttribute('href', '/plans');
  await expect(main.getByText('Type a name above')).toHaveCount(0);

  await prefer(page, 'es');
  await page.reload();
  await expect(
    page.getByText(/^Tu plan no incluye claves de API\. Estos planes sí: .*Pro/),
  ).toBeVisible();
  await expect(nameField(page)).toBeHidden();
  await expect(activeKeys(page)).toHaveCount(0);
  await expect(quotaLine(page)).toHaveText('0 de 5 claves activas');
});

test('an unlimited plan says so, and draws no meter', async ({ page }) => {
  await own(page, { plan: 'enterprise' });
  await openKeys(page);
  await expect(quotaLine(page)).toHaveText('0 active keys, unlimited');
  await expect(page.getByRole('meter')).toHaveCount(0);
  await makeKey(page, 'One of many');
  await expect(quotaLine(page)).toHaveText('1 active key, unlimited');
});
