import { expect, prefer, test } from './fixtures';
import {
  activeKeys,
  closeReveal,
  generate,
  generateButton,
  makeKey,
  nameField,
  quotaLine,
  reveal,
  revoke,
  revokeAll,
  rowOf,
} from './keys';

test('a workspace at its limit is refused another key until one is revoked', async ({
  as,
  hold,
}) => {
  await hold('Initech');
  const page = await as('owner@initech.test');
  await revokeAll(page);
  await page.reload();
  await expect(quotaLine(page)).toHaveText('0 of 1 active key');
  await expect(page.getByRole('meter', { name: '0 of 1 active key' })).toHaveJSProperty('value', 0);

  await generate(page, 'The only one');
  await closeReveal(page);
  await expect(quotaLine(page)).toHaveText('1 of 1 active key');
  const meter = page.getByRole('meter', { name: '1 of 1 active key' });
  await expect(meter).toHaveJSProperty('value', 1);
  await expect(meter).toHaveJSProperty('max', 1);
  await expect(page.getByText('revoke one to generate a new one')).toBeVisible();

  await nameField(page).fill('One too many');
  await generateButton(page).click();
  await expect(page.getByRole('main').getByRole('alert')).toHaveText(
    'Your plan has room for one active key, and there is one. Revoke a key that you no longer need, or switch to a plan with room for more.',
  );
  await expect(nameField(page)).toHaveValue('One too many');
  await expect(reveal(page)).toBeHidden();
  await expect(activeKeys(page)).toHaveCount(1);

  await prefer(page, 'es');
  await page.reload();
  await nameField(page).fill('Una de más');
  await generateButton(page).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    'Tu plan admite una clave activa, y ya hay una. Revoca una clave que ya no necesites',
  );
  await expect(quotaLine(page)).toHaveText('1 de 1 clave activa');
  await prefer(page, 'en');
  await page.reload();

  await revoke(page, rowOf(page, 'The only one'));
  await expect(quotaLine(page)).toHaveText('0 of 1 active key');
  await generate(page, 'The next one');
  await closeReveal(page);
  await expect(rowOf(page, 'The next one')).toBeVisible();
  await revoke(page, rowOf(page, 'The next one'));
});

test('a workspace whose plan has no API feature is told which plans do', async ({ as, hold }) => {
  await hold('Hooli');
  const page = await as('owner@hooli.test');
  await page.goto('/api-keys');
  await expect(
    page.getByText(/^Your plan does not include API keys\. These plans do: .*Starter/),
  ).toBeVisible();
  await nameField(page).fill('Not on this plan');
  await generateButton(page).click();
  await expect(page.getByRole('main').getByRole('alert')).toHaveText(
    /^Your plan does not include API keys\. These plans do: .*Starter.*Pro.*Enterprise/,
  );
  await expect(reveal(page)).toBeHidden();

  await prefer(page, 'es');
  await page.reload();
  await nameField(page).fill('No en este plan');
  await generateButton(page).click();
  await expect(page.getByRole('main').getByRole('alert')).toHaveText(
    /^Tu plan no incluye claves de API\. Estos planes sí: .*Pro/,
  );
  await page.reload();
  await expect(activeKeys(page)).toHaveCount(0);
  await expect(quotaLine(page)).toHaveText('0 de 5 claves activas');
});

test('an unlimited plan says so, and draws no meter', async ({ as, hold }) => {
  await hold('Umbrella');
  const page = await as('owner@umbrella.test');
  await revokeAll(page);
  await page.reload();
  await expect(quotaLine(page)).toHaveText('0 active keys, unlimited');
  await expect(page.getByRole('meter')).toHaveCount(0);
  await makeKey(page, 'One of many');
  await expect(quotaLine(page)).toHaveText('1 active key, unlimited');
  await revoke(page, rowOf(page, 'One of many'));
});
