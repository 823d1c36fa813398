import { expect, prefer, said, test, words } from './fixtures';
import { activeKeys, keyRows, openKeys } from './keys';
import { own } from './people';
import { addRows } from './rows';

for (const language of ['en', 'es'] as const) {
  test(`all keys that match are chosen, and paused together (${language})`, async ({ page }) => {
    const t = words[language];
    await own(page, { plan: 'enterprise' });
    await addRows(page, 25);
    await prefer(page, language);
    await openKeys(page);
    await expect(activeKeys(page)).toHaveCount(20);
    const pause = (count: number) =>
      page.getByRole('button', { name: t('client.chosen.pause', { count }), exact: true });
    const revoke = (count: number) =>
      page.getByRole('button', { name: t('client.chosen.revoke', { count }), exact: true });
    await activeKeys(page).first().getByRole('checkbox').check();
    await expect(pause(1)).toBeVisible();
    await page.getByRole('checkbox', { name: t('apiKeys.table.chooseAll') }).check();
    await expect(revoke(20)).toBeVisible();
    await page
      .getByRole('checkbox', { name: t('apiKeys.table.chooseMatching', { count: 25 }) })
      .check();
    await expect(revoke(25)).toBeVisible();
    await pause(25).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      t('apiKeys.pauseMany.title', { count: 25 }),
    );
    await page.getByLabel(t('apiKeys.pause.legend')).selectOption('');
    await page.getByRole('button', { name: t('apiKeys.pauseMany.submit', { count: 25 }) }).click();
    await expect(said(page)).toHaveText(t('apiKeys.pauseMany.doneUntilResumed', { count: 25 }));
    await page.goto('/api-keys?state=paused');
    await expect(keyRows(page)).toHaveCount(20);
    await expect(
      page.getByText(t('apiKeys.list.range', { from: '1', to: '20', of: '25' })),
    ).toBeVisible();
  });
}
