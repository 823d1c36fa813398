import { expect, said, t, test, words } from './fixtures';
import { confirmation, openNewKey } from './keys';
import { belong, own } from './people';

test.use({ locale: 'es-ES' });

for (const language of ['en', 'es'] as const) {
  test(`when a member who holds a key is removed, it is listed to be rotated, in ${language}`, async ({
    as,
  }) => {
    const t = words[language];
    const owner = await as(null);
    await own(owner, { workspace: 'Guild', language });
    const { email } = await belong(await as(null), owner, { language });
    await openNewKey(owner, 'Shop');
    const holder = owner.getByRole('combobox', { name: t('apiKeys.known.holder') });
    await holder.selectOption({ label: `Uma Patel (${email})` });
    await owner.getByRole('button', { name: t('apiKeys.known.submit') }).click();
    await expect(said(owner)).toHaveText(t('apiKeys.known.saved', { name: 'Uma Patel' }));
    await expect(owner.getByRole('definition').filter({ hasText: /^Uma Patel$/ })).toBeVisible();

    await owner.goto('/members');
    const warning = owner.getByText(t('apiKeys.known.title', { count: 1 }));
    await expect(warning).toHaveCount(0);
    await owner
      .getByRole('button', { name: t('members.remove.label', { name: 'Uma Patel' }) })
      .click();
    await confirmation(owner)
      .getByRole('button', { name: t('members.remove.confirm') })
      .click();
    await expect(owner).toHaveURL(/\/api-keys\/rotate$/);
    await owner.goto('/members');
    await expect(warning).toBeVisible();
    const listed = owner.getByRole('listitem').filter({ hasText: 'Shop' });
    await expect(listed).toContainText(t('apiKeys.known.heldBy', { name: 'Uma Patel' }));
    await expect(
      listed.getByRole('link', { name: `${t('apiKeys.known.rotate')} Shop` }),
    ).toBeVisible();
  });
}

test('a holder in words needs them, and can be taken back', async ({ as }) => {
  const page = await as(null);
  await own(page);
  await openNewKey(page, 'Shop');
  const holder = page.getByRole('combobox', { name: t('apiKeys.known.holder') });
  await holder.selectOption({ label: t('apiKeys.known.inWords') });
  await page.getByRole('button', { name: t('apiKeys.known.submit') }).click();
  await expect(page.getByRole('textbox', { name: t('apiKeys.known.name') })).toBeFocused();
  await expect(holder).toHaveValue('words');
  await page.getByRole('textbox', { name: t('apiKeys.known.name') }).fill('Zapier');
  await page.getByRole('button', { name: t('apiKeys.known.submit') }).click();
  await expect(said(page)).toHaveText(t('apiKeys.known.saved', { name: 'Zapier' }));
  await page.reload();
  await expect(page.getByRole('definition').filter({ hasText: /^Zapier$/ })).toBeVisible();
  await holder.selectOption({ label: t('apiKeys.known.nobody') });
  await page.getByRole('button', { name: t('apiKeys.known.submit') }).click();
  await expect(
    page.getByRole('definition').filter({ hasText: t('apiKeys.known.nobody') }),
  ).toBeVisible();
});
