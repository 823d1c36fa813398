import { execFileSync, spawnSync } from 'node:child_process';
import type { Page } from '@playwright/test';
import { expect, test, words } from './fixtures';
import { closeAnyway, closeReveal, copyButton, generate, openKeys, reveal, rowOf } from './keys';
import { own } from './people';

const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test('the modal says what the key may do and until when', async ({ page }) => {
  await own(page, { plan: 'pro' });
  await openKeys(page);
  await generate(page, 'All and for ever');
  await expect(reveal(page)).toContainText('Read and write · Never expires');
  await closeReveal(page);
  await page.getByText('Options').click();
  await page.getByLabel('Access').selectOption('Read only');
  await page.getByLabel('Expires').selectOption('In 30 days');
  await generate(page, 'Some and for a while');
  const day = new Date(Date.now() + 30 * 86_400_000);
  const date = day.toLocaleDateString('en-US', { dateStyle: 'medium', timeZone: 'UTC' });
  await expect(reveal(page)).toContainText(`Read only · Expires ${date}`);
  await closeReveal(page);
});

test('the command asks for the key, runs in every shell, and does not contain it', async ({
  as,
}) => {
  const page = await as(null, CLIPBOARD);
  await own(page);
  await openKeys(page);
  const key = await generate(page, 'For a terminal');
  await reveal(page).getByRole('button', { name: 'Copy command' }).click();
  await expect(reveal(page).getByRole('button', { name: 'Copied' })).toBeVisible();
  const command = await clipboard(page);
  expect(command).not.toContain(key.slice(3, 20));
  expect(command.trim()).not.toContain('\n');
  await expect(reveal(page).getByText(command)).toBeVisible();
  // Whoever copied the command does not have the key yet.
  await reveal(page).getByRole('button', { name: 'Done' }).click();
  await expect(closeAnyway(page)).toBeVisible();

  const shells = ['sh', 'bash', 'zsh'].filter((shell) => !spawnSync(shell, ['-c', ':']).error);
  expect(shells).toContain('sh');
  for (const shell of shells) {
    const input = `${key}\n`;
    const output = execFileSync(shell, ['-c', command], { input, stdio: ['pipe', 'pipe', 'pipe'] });
    expect(String(output), shell).toContain('"name":"For a terminal"');
    expect(String(output), shell).not.toContain(key);
  }
});

test('once the key is copied, nothing alarms any more', async ({ as }) => {
  const page = await as(null, CLIPBOARD);
  await own(page);
  await openKeys(page);
  const key = await generate(page, 'Safe now');
  await page.keyboard.press('Escape');
  const t = words.en;
  await expect(reveal(page).getByText(t('client.revealKey.tip.uncopied'))).toBeVisible();
  await copyButton(page).click();
  await expect(reveal(page).getByText(t('client.revealKey.tip.uncopied'))).toHaveCount(0);
  const calm = reveal(page)
    .getByRole('status')
    .filter({ hasText: /^Copied\. The key is not shown/ });
  await expect(calm).toBeVisible();
  await expect(reveal(page).locator('[class*=warning]')).toHaveCount(0);
  await expect(copyButton(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(calm).toBeVisible();
  await expect(reveal(page).locator('[class*=warning]')).toHaveCount(0);
  await expect(reveal(page)).toHaveAccessibleDescription(/only time we show the key “Safe now”/);
  expect(await clipboard(page)).toBe(key);

  await reveal(page).getByRole('button', { name: 'Copy command' }).click();
  await expect(reveal(page).getByText(t('client.revealKey.tip.command'))).toBeVisible();
  await reveal(page).getByRole('button', { name: 'Done' }).click();
  await expect(reveal(page).getByText(t('client.revealKey.tip.uncopied'))).toBeVisible();
  await copyButton(page).click();
  await closeReveal(page);
  await expect(rowOf(page, 'Safe now')).toBeVisible();
});
