import { expect, said, test } from './fixtures';
import {
  activeKeys,
  closeReveal,
  confirmation,
  KEY,
  makeKey,
  reveal,
  revoke,
  rowOf,
  statusOf,
} from './keys';
import { mailTo } from './mail';
import { belong, own, PASSWORD } from './people';

test('a key of a former Owner is rotated, and the notice goes with the old one', async ({
  as,
  guard,
}) => {
  guard.allowStatus(403);
  const owner = await as(null);
  await own(owner, { plan: 'starter' });
  const old = await makeKey(owner, 'Nightly');
  const heir = await as(null);
  await belong(heir, owner, { name: 'Alex Kim' });
  await owner.goto('/members');
  await owner.getByText('Transfer ownership').first().click();
  await owner.getByLabel('Current password').fill(PASSWORD);
  await owner.getByRole('button', { name: 'Transfer ownership' }).click();
  await expect(owner.getByText('Leave workspace')).toBeVisible();

  await heir.goto('/api-keys');
  const foreign = heir.getByRole('link', { name: '1 known to a former Owner or member' });
  await foreign.click();
  await expect(heir.getByText('1 key is known to somebody who is not the Owner')).toBeVisible();
  await expect(heir.getByText('shown to Robin Doe')).toBeVisible();
  await heir.goto('/api-keys');
  await rowOf(heir, 'Nightly').getByRole('link', { name: 'Rotate', exact: true }).click();
  await heir.getByRole('button', { name: 'Rotate', exact: true }).click();
  const next = String(await reveal(heir).getByText(KEY).textContent());
  await closeReveal(heir);
  const status = (key: string) => statusOf(heir.request, key);
  expect([await status(old), await status(next)]).toEqual([200, 200]);
  await heir.getByRole('button', { name: 'Retire now' }).click();
  await confirmation(heir).getByRole('button', { name: 'Retire now' }).click();
  await expect(confirmation(heir)).toBeHidden();
  await heir.goto('/api-keys');
  await expect(rowOf(heir, 'Nightly')).toHaveCount(1);
  await expect(foreign).toHaveCount(0);
  expect([await status(old), await status(next)]).toEqual([401, 200]);
});

test('a removed member is out with the next click, and the list says so', async ({ as, guard }) => {
  guard.allowStatus(403);
  const owner = await as(null);
  await own(owner, { workspace: 'Guild' });
  const user = await as(null);
  const { email } = await belong(user, owner);
  await user.goto('/members');
  await expect(user.getByLabel('Email')).toHaveCount(0);

  await owner.goto('/members');
  await owner.getByRole('button', { name: 'Make Admin: Uma Patel' }).click();
  await expect(owner.getByRole('button', { name: 'Make User: Uma Patel' })).toBeVisible();
  await expect(said(owner)).toHaveText('Uma Patel is now an Admin.');
  await owner.getByRole('button', { name: 'Remove Uma Patel' }).click();
  await expect(confirmation(owner)).toContainText('Remove Uma Patel?');
  await confirmation(owner).getByRole('button', { name: 'Remove member' }).click();
  await expect(confirmation(owner)).toBeHidden();
  const rows = owner.getByRole('list', { name: 'Members' }).getByRole('listitem');
  await expect(rows.filter({ hasText: 'Uma Patel' })).toHaveCount(0);
  await expect(said(owner)).toHaveText('Uma Patel was removed from Guild. An email tells them.');
  await expect(rows.last()).toBeFocused();
  await mailTo(email, /You were removed from “Guild”/);

  // A link within the app, which keeps the header that is there.
  await user.getByRole('link', { name: 'Invoices' }).click();
  await expect(user.getByRole('heading', { level: 1 })).toHaveText('You were removed from Guild');
  await expect(user.getByRole('button', { name: /now Guild/ })).toHaveCount(0);
  expect((await user.goto('/invoices'))?.status()).toBe(403);
  await user.getByRole('link', { name: 'New workspace' }).click();
  await user.getByLabel('Name of the workspace').fill('Fresh start');
  await user.getByRole('button', { name: 'Create workspace' }).click();
  await expect(user.getByRole('heading', { level: 1 })).toHaveText('API keys');
});

test('a name that is read from right to left stays apart from the sentence', async ({ as }) => {
  const owner = await as(null);
  await own(owner, { workspace: '(שלום) 2' });
  await makeKey(owner, 'מפתח!');
  await revoke(owner, activeKeys(owner).first());
  await expect(said(owner)).toContainText('“\u2068מפתח!\u2069” is revoked.');
  await owner.goto('/members');
  await expect(owner.getByRole('main')).toContainText('Who works in \u2068(שלום) 2\u2069. Only');
});
