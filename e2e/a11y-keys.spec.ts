import { expect, prefer, test, words } from './fixtures';
import { inspect, STILL } from './inspect';
import { closeReveal, confirmation, copyButton, makeKey, makeKeys, openKeys } from './keys';
import { own } from './people';

test.use(STILL);

for (const locale of ['en', 'es'] as const) {
  test(`rotating a key is accessible, ${locale}`, async ({ page }) => {
    await own(page, { language: locale });
    const t = words[locale];
    await makeKey(page, 'Nightly export');
    await page.getByRole('link', { name: 'Nightly export' }).click();
    await page.getByRole('link', { name: t('apiKeys.rotate.link'), exact: true }).click();
    const rotate = page.getByRole('button', { name: t('client.rotateKey.submit'), exact: true });
    await expect(rotate).toBeVisible();
    await inspect(page, 'the form of a rotation');
    await rotate.click();
    await expect(copyButton(page)).toBeFocused();
    await closeReveal(page);
    const retire = page.getByRole('button', { name: t('client.rotation.retire.trigger') });
    await expect(retire).toBeVisible();
    await inspect(page, 'a rotation');
    await retire.click();
    await expect(confirmation(page)).toBeVisible();
    await inspect(page, 'the question before the end', '[role=alertdialog]');
    await confirmation(page).getByRole('button').last().click();
    await expect(confirmation(page)).toBeHidden();
    await expect(retire).toHaveCount(0);
    await inspect(page, 'after a rotation');
  });

  test(`pausing a key and its page are accessible, ${locale}`, async ({ page }) => {
    await own(page, { language: locale });
    const t = words[locale];
    await makeKey(page, 'Nightly export');
    await page.getByRole('link', { name: 'Nightly export' }).click();
    await page.getByRole('link', { name: t('apiKeys.pause.link'), exact: true }).click();
    const pause = page.getByRole('button', { name: t('apiKeys.pause.submit') });
    await expect(pause).toBeVisible();
    await inspect(page, 'the form of a pause');
    await pause.click();
    await expect(page.getByRole('button', { name: t('apiKeys.pause.resume') })).toBeVisible();
    await inspect(page, 'a paused key');
  });

  test(`revoking many keys is accessible, ${locale}`, async ({ page }) => {
    await own(page, { plan: 'pro' });
    await makeKeys(
      page,
      Array.from({ length: 10 }, (_, index) => `Key ${index}.`),
    );
    await prefer(page, locale);
    await openKeys(page);
    const t = words[locale];
    await page.getByRole('checkbox', { name: t('apiKeys.table.chooseAll') }).check();
    await inspect(page, 'keys, all of them chosen');
    await page.getByRole('button', { name: t('client.chosen.revoke', { count: 10 }) }).click();
    await expect(page).toHaveURL(/revoke\?id=/);
    await inspect(page, 'the question about many keys');
  });
}
