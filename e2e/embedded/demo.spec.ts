import type { Page } from '@playwright/test';
import { newEmail } from '../people';
import { expect, test } from './fixtures';

const main = (page: Page) => page.getByRole('main');

test('a demo on this machine says where its mails are, and offers its sign-ins', async ({
  as,
  embedded,
}) => {
  const page = await as(null);
  await page.goto('/sign-in');
  await page.getByRole('button', { name: /^owner@initech\.test/ }).click();
  await expect(page.getByLabel('Email')).toHaveValue('owner@initech.test');
  await expect(page.getByRole('main').getByRole('button', { name: 'Sign in' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('API keys');
  await page.goto('/members');
  await expect(main(page)).toContainText(`${embedded.dataDir}/mail`);

  const visitor = await as(null);
  await visitor.goto('/forgot-password');
  await visitor.getByLabel('Email').fill(newEmail());
  await visitor.getByRole('button', { name: 'Send link' }).click();
  await expect(main(visitor)).toContainText(`${embedded.dataDir}/mail`);
});
