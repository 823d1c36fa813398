import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { confirmation, makeKey, revokeButton, rowOf } from './keys';
import {
  addMember,
  addWorkspace,
  belong,
  chooseBeside,
  newEmail,
  own,
  PASSWORD,
  personOn,
} from './people';

const SWITCHED = 'You switched to Two in another tab, so nothing was changed.';

type As = (email: null) => Promise<Page>;

/** An Owner of One and Two, and Uma, who is a User in both; both are in One. */
async function twoWorkspaces(as: As): Promise<{ owner: Page; uma: Page }> {
  const owner = await as(null);
  const uma = await as(null);
  await own(owner, { workspace: 'One' });
  const { email } = await belong(uma, owner);
  await addWorkspace(owner, 'Two');
  await addMember(email, personOn(owner).workspaceId, 'USER');
  await chooseBeside(owner, 'One');
  await chooseBeside(uma, 'One');
  return { owner, uma };
}

test('the dialog that says "Leave One?" does not leave Two', async ({ as }) => {
  const { uma } = await twoWorkspaces(as);
  await uma.goto('/members');
  await uma.getByRole('button', { name: 'Leave workspace' }).click();
  await expect(confirmation(uma)).toContainText('Leave One?');
  await chooseBeside(uma, 'Two');
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
  await chooseBeside(owner, 'Two');
  await confirmation(owner).getByRole('button', { name: 'Remove member' }).click();
  await expect(confirmation(owner).getByRole('alert')).toContainText(SWITCHED);
  await confirmation(owner).getByRole('button', { name: 'Keep member' }).click();
  await owner.getByRole('button', { name: 'Make Admin: Uma Patel' }).click();
  await expect(owner.getByText(SWITCHED)).toBeVisible();

  for (const workspace of ['One', 'Two']) {
    await chooseBeside(owner, workspace);
    await owner.goto('/members');
    await expect(owner.getByRole('button', { name: 'Make Admin: Uma Patel' })).toBeVisible();
  }
});

test('a name, a time zone, an invitation and a transfer for One change nothing in Two', async ({
  as,
}) => {
  const { owner } = await twoWorkspaces(as);
  await owner.goto('/settings/workspace');
  await chooseBeside(owner, 'Two');
  await owner.getByLabel('Name of the workspace').fill('Renamed');
  await owner.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(owner.getByText(SWITCHED)).toBeVisible();
  await owner.getByLabel('Time zone').selectOption('Asia/Tokyo');
  await owner.getByRole('button', { name: 'Set the time zone' }).click();
  await expect(owner.getByText(SWITCHED)).toHaveCount(2);
  await owner.goto('/settings/workspace');
  await expect(owner.getByLabel('Time zone')).toHaveValue('UTC');

  await chooseBeside(owner, 'One');
  await owner.goto('/members');
  await chooseBeside(owner, 'Two');
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
  await own(owner, { workspace: 'One' });
  await addWorkspace(owner, 'Two');
  await chooseBeside(owner, 'One');
  const key = await makeKey(owner, 'Of one');
  await revokeButton(rowOf(owner, 'Of one')).click();
  // What the question asks of the server itself is answered, for One.
  await expect(confirmation(owner)).toContainText('Nobody has used this key yet.');
  await chooseBeside(owner, 'Two');
  await confirmation(owner).getByRole('button', { name: 'Revoke key' }).click();
  await expect(confirmation(owner).getByRole('alert')).toContainText(SWITCHED);
  const headers = { Authorization: `Bearer ${key}` };
  expect((await owner.request.get('/api/me', { headers })).status()).toBe(200);
});

test('what one person typed into the settings does not become that of who has signed in since', async ({
  as,
}) => {
  const page = await as(null);
  await own(page, { name: 'Anna Ask' });
  await page.goto('/settings');
  await page.getByLabel('Your name').fill('Anna the First');
  const { email } = await own(page, { name: 'Ben Best' });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(`You are signed in as ${email} in another tab now`)).toBeVisible();
  await expect(page.getByLabel('Your name')).toHaveValue('Anna the First');

  await page.getByLabel('Current password').fill(PASSWORD);
  await page.getByLabel('New password').fill('a password of Anna alone');
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('so nothing was changed')).toHaveCount(2);

  await page.reload();
  await expect(page.getByLabel('Your name')).toHaveValue('Ben Best');
});
