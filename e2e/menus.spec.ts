import { expect, test } from './fixtures';
import { tooSmall } from './targets';

test.use({ locale: 'es-ES' });

for (const width of [360, 1280]) {
  test(`an invoice and the menus have room for a thumb, at ${width} px`, async ({ as }) => {
    const owner = await as('owner@acme.test', { viewport: { width, height: 900 } });
    await owner.goto('/invoices?status=paid');
    await owner.locator('tbody a').first().click();
    await expect(owner.getByRole('heading', { level: 1 })).toContainText('INV');
    expect(await tooSmall(owner)).toEqual([]);
    for (const menu of [/ahora Acme/, /owner@acme\.test/]) {
      await owner.getByRole('button', { name: menu }).click();
      expect(await tooSmall(owner)).toEqual([]);
      await owner.keyboard.press('Escape');
    }
  });
}
