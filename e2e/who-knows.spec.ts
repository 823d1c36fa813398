import { expect, said, t, test, words } from './fixtures';
import { confirmation, openNewKey } from './keys';
import { belong, own } from './people';

test.use({ locale: 'es-ES' });

const HELD = { en: 'Held by Uma Patel.', es: 'La tiene Uma Patel.' };

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
    await expect(owner.getByText(HELD[language], { exact: true })).toBeVisible();
    await expect(holder.locator('option:checked')).toHaveText(`Uma Patel (${email})`);

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
  const inWords = page.getByRole('textbox', { name: t('apiKeys.known.name') });
  const save = page.getByRole('button', { name: t('apiKeys.known.submit') });
  await expect(inWords).toBeHidden();
  await holder.selectOption({ label: t('apiKeys.known.inWords') });
  await save.click();
  await expect(inWords).toBeFocused();
  await expect(holder).toHaveValue('words');
  await inWords.fill('Zapier');
  await save.click();
  await expect(said(page)).toHaveText(t('apiKeys.known.saved', { name: 'Zapier' }));
  await page.reload();
  await expect(holder).toHaveValue('words');
  await expect(inWords).toHaveValue('Zapier');
  await expect(page.getByText('La tiene Zapier.', { exact: true })).toBeVisible();
  await holder.selectOption({ label: t('apiKeys.known.nobody') });
  await expect(inWords).toBeHidden();
  await save.click();
  await expect(said(page)).toHaveText(t('apiKeys.known.cleared'));
  await expect(holder).toHaveValue('');
  await expect(page.getByText(t('apiKeys.verdict.holder.yours'))).toBeVisible();
});

test('words that were typed are never lost, whatever is chosen after them, without a script too', async ({
  as,
}) => {
  const page = await as(null);
  await own(page);
  const { email } = await belong(await as(null), page);
  await openNewKey(page, 'Shop');
  const plain = await as(null, {
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  for (const tab of [page, plain]) {
    await tab.goto(page.url());
    const holder = tab.getByRole('combobox', { name: t('apiKeys.known.holder') });
    const inWords = tab.getByRole('textbox', { name: t('apiKeys.known.name') });
    const save = tab.getByRole('button', { name: t('apiKeys.known.submit') });
    const typed = tab === page ? 'Zapier' : 'Make';
    await holder.selectOption({ label: t('apiKeys.known.inWords') });
    await inWords.fill(typed);
    // Beside a member it is asked which of the two is meant, and both are there to be seen.
    await holder.selectOption({ label: `Uma Patel (${email})` });
    await expect(inWords).toBeHidden();
    await save.click();
    await expect(inWords).toBeVisible();
    await expect(inWords).toHaveValue(typed);
    await expect(inWords).toHaveAttribute('aria-invalid', 'true');
    await holder.selectOption({ label: t('apiKeys.known.nobody') });
    await save.click();
    await expect(tab.getByText(`La tiene ${typed}.`, { exact: true })).toBeVisible();
  }
});
