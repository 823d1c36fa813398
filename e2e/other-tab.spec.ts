import type { Page } from '@playwright/test';
import {
  chooseWorkspace,
  createWorkspace,
  invite,
  join,
  newEmail,
  PASSWORD,
  register,
} from './accounts';
import { expect, test, words } from './fixtures';
import { closeReveal, confirmation, generate, revokeButton, rowOf } from './keys';
import { linkIn, mailTo } from './mail';

const t = words.en;
const SWITCHED = 'You switched to Two in another tab, so nothing was changed.';

type As = (email: null) => Promise<Page>;

/** An Owner of One and Two, and Uma, who is a User in both; both look at One. */
async function twoWorkspaces(as: As): Promise<{ owner: Page; uma: Page }> {
  const owner = await as(null);
  const uma = await as(null);
  await register(owner, { workspace: 'One' });
  const email = newEmail();
  await invite(owner, t, email, 'USER');
  await join(uma, t, email, 'Uma Patel');
  await createWorkspace(owner, 'Two');
  await invite(owner, t, email, 'USER');
  const mail = await mailTo(email, /You are invited to a workspace/);
  await uma.goto(linkIn(mail));
  await uma.getByRole('button', { name: 'Join Two' }).click();
  await expect(uma.getByRole('heading', { level: 1 })).toHaveText('Invoices');
  await chooseWorkspace(owner, 'One');
  await chooseWorkspace(uma, 'One');
  return { owner, uma };
}

/** Switches the session to Two in a tab that stands beside this one. */
async function switchBeside(page: Page): Promise<void> {
  const other = await page.context().newPage();
  await chooseWorkspace(other, 'Two');
  await other.close();
}

test('the dialog that says "Leave One?" does not leave Two', async ({ as }) => {
  const { uma } = await twoWorkspaces(as);
  await uma.goto('/members');
  await uma.getByRole('button', { name: 'Leave workspace' }).click();
  await expect(confirmation(uma)).toContainText('Leave One?');
  await switchBeside(uma);
  await confirmation(uma).getByRole('button', { name: 'Leave workspace' }).click();
  await expect(confirmation(uma).getByRole('alert')).toContainText(SWITCHED);
  await uma.goto('/workspace/select');
  for (const name of [/^One/, /^Two/]) {
    await expect(uma.getByRole('main').getByRole('button', { name })).toBeVisible();
  }
});

test('who is removed from One, or made its Admin, stays a User of Two', async ({ as }) => {
  const { owner } = await twoWorkspaces(as);
  await owner.goto('/members');
  await owner.getByRole('button', { name: 'Remove Uma Patel' }).click();
  await expect(confirmation(owner)).toContainText('Remove Uma Patel?');
  await switchBeside(owner);
  await confirmation(owner).getByRole('button', { name: 'Remove member' }).click();
  await expect(confirmation(owner).getByRole('alert')).toContainText(SWITCHED);
  await confirmation(owner).getByRole('button', { name: 'Keep member' }).click();
  await owner.getByRole('button', { name: 'Make Admin: Uma Patel' }).click();
  await expect(owner.getByText(SWITCHED)).toBeVisible();

  for (const workspace of ['One', 'Two']) {
    await chooseWorkspace(owner, workspace);
    await owner.goto('/members');
    await expect(owner.getByRole('button', { name: 'Make Admin: Uma Patel' })).toBeVisible();
  }
});

test('a name, an invitation and a transfer for One change nothing in Two', async ({ as }) => {
  const { owner } = await twoWorkspaces(as);
  await owner.goto('/settings/workspace');
  await switchBeside(owner);
  await owner.getByLabel('Name of the workspace').fill('Renamed');
  await owner.getByRole('button', { name: 'Save' }).click();
  await expect(owner.getByText(SWITCHED)).toBeVisible();

  await chooseWorkspace(owner, 'One');
  await owner.goto('/members');
  await switchBeside(owner);
  await owner.getByLabel('Email').fill(newEmail());
  await owner.getByRole('button', { name: 'Invite', exact: true }).click();
  await expect(owner.getByText(SWITCHED)).toBeVisible();
  await owner.getByText('Transfer ownership').first().click();
  await owner.getByLabel('Current password').fill(PASSWORD);
  await owner.getByRole('button', { name: 'Transfer ownership' }).click();
  await expect(owner.getByText(SWITCHED)).toHaveCount(2);
  await owner.goto('/members');
  await expect(owner.getByText('Transfer ownership').first()).toBeVisible();
  await expect(owner.getByText('Pending invitations')).toHaveCount(0);
});

test('Revoke on a page of One is refused while the session is in Two', async ({ as }) => {
  const owner = await as(null);
  await register(owner, { workspace: 'One' });
  await createWorkspace(owner, 'Two');
  await chooseWorkspace(owner, 'One');
  const key = await generate(owner, 'Of one');
  await closeReveal(owner);
  await revokeButton(rowOf(owner, 'Of one')).click();
  await switchBeside(owner);
  await confirmation(owner).getByRole('button', { name: 'Revoke key' }).click();
  await expect(confirmation(owner).getByRole('alert')).toContainText(SWITCHED);
  const headers = { Authorization: `Bearer ${key}` };
  expect((await owner.request.get('/api/me', { headers })).status()).toBe(200);
});
