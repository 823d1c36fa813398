import { expect, said, test } from './fixtures';
import { confirmation, openKeys, rowOf } from './keys';
import { addKey, addMember, addWorkspace, chooseBeside, own, personOn } from './people';

test('who is removed while in another workspace, too, is told once where they are now', async ({
  as,
}) => {
  const owner = await as(null);
  const uma = await as(null);
  const { email } = await own(uma, { workspace: 'Own place' });
  await own(owner, { workspace: 'Guild' });
  await addMember(email, personOn(owner).workspaceId, 'USER');
  await chooseBeside(uma, 'Guild');
  await uma.goto('/invoices');
  await expect(uma.getByRole('button', { name: /now Guild/ })).toBeVisible();
  await owner.goto('/members');
  await owner.getByRole('button', { name: /^Remove / }).click();
  await confirmation(owner).getByRole('button', { name: 'Remove member' }).click();
  await expect(said(owner)).toContainText('was removed from Guild');

  await uma.getByRole('link', { name: 'Members' }).click();
  await expect(uma.getByRole('main')).toContainText('You were removed from Guild');
  await expect(uma.getByRole('button', { name: /now Own place/ })).toBeVisible();
  await uma.getByRole('button', { name: 'Continue in Own place' }).click();
  await expect(uma.getByRole('heading', { level: 1 })).toHaveText('API keys');
  await expect(uma.getByText('You were removed')).toHaveCount(0);
});

test('the header names the workspace of the page when another tab chose another one', async ({
  as,
}) => {
  const page = await as(null);
  await own(page, { workspace: 'One' });
  await addWorkspace(page, 'Two');
  await openKeys(page);
  await expect(page.getByRole('button', { name: /now Two$/ })).toBeVisible();
  await chooseBeside(page, 'One');
  await page.getByRole('link', { name: 'Members' }).click();
  await expect(page.getByRole('main')).toContainText('Who works in One');
  await expect(page.getByRole('button', { name: /now One$/ })).toBeVisible();
});

test('workspaces: another one, its own keys, a new name, and back', async ({ as }) => {
  const page = await as(null);
  await own(page, { workspace: 'One' });
  await addKey(page, 'Of one');
  await page.goto('/workspace/new');
  await page.getByLabel('Name of the workspace').fill('Two');
  await page.getByRole('button', { name: 'Create workspace' }).click();
  await expect(page.getByText('No active keys')).toBeVisible();
  await page.goto('/settings/workspace');
  await page.getByLabel('Name of the workspace').fill('Two and a half');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(said(page)).toContainText('is now called Two and a half');
  await expect(page.getByRole('button', { name: /now Two and a half/ })).toBeVisible();
  await page.goto('/workspace/select');
  await page.getByRole('main').getByRole('button', { name: /One/ }).click();
  await expect(rowOf(page, 'Of one')).toBeVisible();
});

test('two workspaces of one name can be told apart', async ({ page }) => {
  await own(page, { workspace: 'Café' });
  await addWorkspace(page, 'CAFE\u0301');
  await addWorkspace(page, 'Another');
  await page.goto('/workspace/select');
  const choices = page.getByRole('main').locator('button[name=workspaceId]');
  const alike = choices.filter({ hasText: /caf/i });
  await expect(alike).toHaveCount(2);
  await expect(alike.filter({ hasText: 'Robin Doe’s, since' })).toHaveCount(2);
  await expect(choices.filter({ hasText: 'Another' })).not.toContainText('since');
  await page.getByRole('button', { name: /now Another$/ }).click();
  await expect(page.locator('#workspaces').getByText('Robin Doe’s, since')).toHaveCount(2);
});
