import { execFileSync, spawnSync } from 'node:child_process';
import type { Page } from '@playwright/test';
import { expect, t, test } from './fixtures';
import { closeAnyway, closeReveal, copyButton, generate, openKeys, reveal, rowOf } from './keys';
import { own } from './people';
import { toldIn } from './times';

test.use({ locale: 'es-ES' });

const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test('the modal says what the key may do and until when', async ({ page }) => {
  await own(page, { plan: 'pro' });
  await openKeys(page);
  await generate(page, 'All and for ever');
  await expect(reveal(page)).toContainText(
    `${t('apiKeys.table.readWrite')} · ${t('apiKeys.table.neverExpires')}`,
  );
  await closeReveal(page);
  await page.getByText(t('client.createKey.options')).click();
  await page.getByLabel(t('apiKeys.table.access')).selectOption(t('apiKeys.table.readOnly'));
  await page.getByLabel(t('client.createKey.labels.expiresInDays')).selectOption('30');
  await generate(page, 'Some and for a while');
  const date = toldIn('es', new Date(Date.now() + 30 * 86_400_000), 'day');
  const end = `${t('apiKeys.table.readOnly')} · ${t('apiKeys.table.expires', { date })}, `;
  await expect(reveal(page).getByText(end)).toHaveText(/, \d\d:\d\d GMT\+1[23]:45$/);
  await closeReveal(page);
});

test('the command asks for the key, runs in every shell, and does not contain it', async ({
  as,
}) => {
  const page = await as(null, CLIPBOARD);
  await own(page);
  await openKeys(page);
  const key = await generate(page, 'For a terminal');
  await reveal(page)
    .getByRole('button', { name: t('client.revealKey.toClipboard') })
    .click();
  await expect(reveal(page).getByRole('button', { name: t('client.copy.copied') })).toBeVisible();
  const command = await clipboard(page);
  expect(command).not.toContain(key.slice(3, 20));
  expect(command.trim()).not.toContain('\n');
  await expect(reveal(page).getByText(command)).toBeVisible();
  // Whoever copied the command does not have the key yet.
  await reveal(page)
    .getByRole('button', { name: t('client.revealKey.done') })
    .click();
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
  await expect(reveal(page).getByText(t('client.revealKey.tip.uncopied'))).toBeVisible();
  await copyButton(page).click();
  await expect(reveal(page).getByText(t('client.revealKey.tip.uncopied'))).toHaveCount(0);
  const calm = reveal(page)
    .getByRole('status')
    .filter({ hasText: t('client.revealKey.tip.copied') });
  await expect(calm).toBeVisible();
  await expect(reveal(page).locator('[class*=warning]')).toHaveCount(0);
  await expect(copyButton(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(calm).toBeVisible();
  await expect(reveal(page).locator('[class*=warning]')).toHaveCount(0);
  await expect(reveal(page)).toHaveAccessibleDescription(
    /única vez que mostramos la clave «Safe now»/,
  );
  expect(await clipboard(page)).toBe(key);

  await reveal(page)
    .getByRole('button', { name: t('client.revealKey.toClipboard') })
    .click();
  await expect(reveal(page).getByText(t('client.revealKey.tip.command'))).toBeVisible();
  await reveal(page)
    .getByRole('button', { name: t('client.revealKey.done') })
    .click();
  await expect(reveal(page).getByText(t('client.revealKey.tip.uncopied'))).toBeVisible();
  await copyButton(page).click();
  await closeReveal(page);
  await expect(rowOf(page, 'Safe now')).toBeVisible();
});
