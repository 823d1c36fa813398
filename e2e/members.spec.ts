import {
  choosePlan,
  chooseWorkspace,
  createWorkspace,
  invite,
  join,
  newEmail,
  PASSWORD,
  register,
} from './accounts';
import { expect, prefer, said, test, words } from './fixtures';
import {
  activeKeys,
  closeReveal,
  confirmation,
  generate,
  KEY,
  makeKey,
  reveal,
  revoke,
  rowOf,
  statusOf,
} from './keys';
import { linkIn, mailTo } from './mail';

for (const language of ['en', 'es'] as const) {
  const t = words[language];

  test(`invited as Admin, then Owner, in ${language}`, async ({ as, guard }) => {
    guard.allowStatus(403);
    const owner = await as(null);
    const { email: ownerEmail } = await register(owner, { language, workspace: 'Taller' });
    const key = await makeKey(owner, 'Old');
    const email = newEmail();
    await invite(owner, t, email, 'ADMIN');
    await expect(owner.getByText(t('members.invitations.title'))).toBeVisible();

    const admin = await as(null);
    await prefer(admin, language);
    await join(admin, t, email, 'Alex Kim');
    await expect(admin.getByRole('link', { name: t('shell.apiKeys') })).toHaveCount(0);
    expect((await admin.goto('/api-keys'))?.status()).toBe(403);
    await expect(admin.getByRole('heading', { level: 1 })).toHaveText(t('ownerOnly.title'));

    await owner.goto('/members');
    await owner.getByText(t('members.transfer.title')).first().click();
    await owner.getByLabel(t('fields.currentPassword')).fill('wrong');
    await owner.getByRole('button', { name: t('members.transfer.submit') }).click();
    await expect(owner.getByText(t('fieldErrors.password_wrong'))).toBeVisible();
    await owner.getByLabel(t('fields.currentPassword')).fill(PASSWORD);
    await owner.getByRole('button', { name: t('members.transfer.submit') }).click();
    await expect(owner.getByText(t('members.leave.trigger'))).toBeVisible();
    await mailTo(email, new RegExp(t('mail.ownershipReceived.subject')));
    const { text } = await mailTo(ownerEmail, new RegExp(t('mail.ownershipGiven.subject')));
    expect(text).toContain('Alex Kim');

    expect((await owner.goto('/api-keys'))?.status()).toBe(403);
    expect((await admin.goto('/api-keys'))?.status()).toBe(200);
    await expect(rowOf(admin, 'Old')).toContainText(t('apiKeys.table.notByYou'));
    expect(await statusOf(admin.request, key)).toBe(200);
  });
}

test('a key of a former Owner is rotated, and the notice goes with the old one', async ({
  as,
  guard,
}) => {
  guard.allowStatus(403);
  const t = words.en;
  const owner = await as(null);
  await register(owner);
  await choosePlan(owner, 'Starter');
  const old = await makeKey(owner, 'Nightly');
  const email = newEmail();
  await invite(owner, t, email, 'USER');
  const heir = await as(null);
  await join(heir, t, email, 'Alex Kim');
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

test('someone with an account joins with it, and only with the invited one', async ({
  as,
  guard,
}) => {
  guard.allowStatus(401);
  const t = words.en;
  const owner = await as(null);
  await register(owner, { workspace: 'Guild' });
  const guest = await as(null);
  const { email } = await register(guest, { workspace: 'Own place' });
  await invite(owner, t, email, 'USER');
  const mail = await mailTo(email, /You are invited to a workspace/);

  const stranger = await as(null);
  await register(stranger);
  await stranger.goto(linkIn(mail));
  await expect(stranger.getByText(`The invitation is for ${email}`)).toBeVisible();
  await stranger.getByRole('main').getByRole('button', { name: 'Sign out' }).click();
  await expect(stranger.getByRole('link', { name: `Sign in as ${email}` })).toBeVisible();

  await guest.goto(linkIn(mail));
  await guest.getByRole('button', { name: 'Join Guild' }).click();
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Invoices');
  await expect(guest.getByRole('button', { name: /now Guild/ })).toBeVisible();
  await guest.goto('/members');
  await guest.getByRole('button', { name: 'Leave workspace' }).click();
  await expect(confirmation(guest)).toContainText('Leave Guild?');
  await confirmation(guest).getByRole('button', { name: 'Leave workspace' }).click();
  await expect(guest).toHaveURL(/\/workspace\/select$/);
  await expect(said(guest)).toHaveText('You left Guild.');
  await expect(guest.getByRole('main').getByRole('button', { name: /Own place/ })).toBeVisible();
  await expect(guest.getByRole('main').getByText('Guild')).toHaveCount(0);

  await guest.goto(linkIn(mail));
  await expect(guest.getByText('This link no longer works')).toBeVisible();
});

test('a removed member is out with the next click, and the list says so', async ({ as, guard }) => {
  guard.allowStatus(403);
  const t = words.en;
  const owner = await as(null);
  await register(owner, { workspace: 'Guild' });
  const email = newEmail();
  await invite(owner, t, email, 'USER');
  const user = await as(null);
  await join(user, t, email, 'Uma Patel');
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
  await expect(said(owner)).toHaveText('Uma Patel was removed from Guild. We emailed them.');
  await expect(rows.last()).toBeFocused();
  await mailTo(email, /You were removed from a workspace/);

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
  await register(owner, { workspace: '(שלום) 2' });
  await makeKey(owner, 'מפתח!');
  await revoke(owner, activeKeys(owner).first());
  await expect(said(owner)).toContainText('“\u2068מפתח!\u2069” is revoked.');
  await owner.goto('/members');
  await expect(owner.getByRole('main')).toContainText('Who works in \u2068(שלום) 2\u2069. Only');
});

test('who is removed while in another workspace, too, is told once where they are now', async ({
  as,
}) => {
  const t = words.en;
  const owner = await as(null);
  const uma = await as(null);
  const { email } = await register(uma, { workspace: 'Own place' });
  await register(owner, { workspace: 'Guild' });
  await invite(owner, t, email, 'USER');
  await uma.goto(linkIn(await mailTo(email, /You are invited to a workspace/)));
  await uma.getByRole('button', { name: 'Join Guild' }).click();
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
  await register(page, { workspace: 'One' });
  await createWorkspace(page, 'Two');
  await expect(page.getByRole('button', { name: /now Two$/ })).toBeVisible();
  const other = await page.context().newPage();
  await chooseWorkspace(other, 'One');
  await page.getByRole('link', { name: 'Members' }).click();
  await expect(page.getByRole('main')).toContainText('Who works in One');
  await expect(page.getByRole('button', { name: /now One$/ })).toBeVisible();
});

test('an invitation is sent again and taken back', async ({ as }) => {
  const t = words.en;
  const owner = await as(null);
  await register(owner);
  const email = newEmail();
  await invite(owner, t, email, 'USER');
  const first = await mailTo(email, /You are invited/);
  await owner.getByRole('button', { name: `Send again: ${email}` }).click();
  await expect(said(owner)).toContainText(`on its way to ${email} again`);
  await expect
    .poll(async () => (await mailTo(email, /You are invited/)).token)
    .not.toBe(first.token);
  await owner.getByRole('button', { name: `Cancel invitation: ${email}` }).click();
  await expect(owner.getByText('Pending invitations')).toHaveCount(0);
  await expect(said(owner)).toContainText(`The invitation of ${email} was canceled.`);
  await expect(owner.locator('#main')).toBeFocused();
  const visitor = await as(null);
  await visitor.goto(linkIn(await mailTo(email, /You are invited/)));
  await expect(visitor.getByText('This link no longer works')).toBeVisible();
});

for (const language of ['en', 'es'] as const) {
  const t = words[language];

  test(`inviting an Admin again, as a User, says what has changed, in ${language}`, async ({
    as,
  }) => {
    const owner = await as(null);
    await register(owner, { language });
    const email = newEmail();
    await invite(owner, t, email, 'ADMIN');
    await expect(said(owner)).toHaveText(t('members.invite.sent', { email, role: 'ADMIN' }));
    await invite(owner, t, email, 'ADMIN');
    await expect(said(owner)).toHaveText(t('members.invite.again', { email, role: 'ADMIN' }));
    await invite(owner, t, email, 'USER');
    const changed = { email, role: 'USER', formerRole: 'ADMIN' };
    await expect(said(owner)).toHaveText(t('members.invite.changed', changed));
    await expect(owner.getByRole('listitem').filter({ hasText: email })).toContainText(
      t('shell.role.USER'),
    );
  });
}

test('workspaces: another one, its own keys, a new name, and back', async ({ as }) => {
  const page = await as(null);
  await register(page, { workspace: 'One' });
  await generate(page, 'Of one');
  await closeReveal(page);
  await page.goto('/workspace/new');
  await page.getByLabel('Name of the workspace').fill('Two');
  await page.getByRole('button', { name: 'Create workspace' }).click();
  await expect(page.getByText('No active keys')).toBeVisible();
  await page.goto('/settings/workspace');
  await page.getByLabel('Name of the workspace').fill('Two and a half');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(said(page)).toContainText('is now called Two and a half');
  await expect(page.getByRole('button', { name: /now Two and a half/ })).toBeVisible();
  await page.goto('/workspace/select');
  await page.getByRole('main').getByRole('button', { name: /One/ }).click();
  await expect(rowOf(page, 'Of one')).toBeVisible();
});
