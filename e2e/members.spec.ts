import { choosePlan, invite, join, newEmail, PASSWORD, register } from './accounts';
import { expect, prefer, test, words } from './fixtures';
import { closeReveal, confirmation, generate, KEY, makeKey, reveal, rowOf, statusOf } from './keys';
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
    await expect(rowOf(admin, 'Old')).toContainText(t('apiKeys.replace.foreign'));
    expect(await statusOf(admin.request, key)).toBe(200);
  });
}

test('a key of a former Owner is replaced: the new one first, then the old is revoked', async ({
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
  await expect(heir.getByText('1 active key was created by someone')).toBeVisible();
  await heir.getByRole('button', { name: 'Replace' }).click();
  await confirmation(heir).getByRole('button', { name: 'Generate new key' }).click();
  const replaced = String(await reveal(heir).getByText(KEY).textContent());
  await closeReveal(heir);
  await expect(rowOf(heir, 'Nightly')).toHaveCount(2);
  const status = (key: string) => statusOf(heir.request, key);
  expect([await status(old), await status(replaced)]).toEqual([200, 200]);
  await rowOf(heir, 'Nightly')
    .filter({ hasText: 'Not created by you' })
    .getByRole('button', { name: 'Revoke' })
    .click();
  await confirmation(heir).getByRole('button', { name: 'Revoke key' }).click();
  await expect(confirmation(heir)).toBeHidden();
  await expect(rowOf(heir, 'Nightly')).toHaveCount(1);
  await expect(heir.getByText('created by someone')).toHaveCount(0);
  expect([await status(old), await status(replaced)]).toEqual([401, 200]);
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
  await expect(guest.getByRole('main').getByRole('button', { name: /Own place/ })).toBeVisible();
  await expect(guest.getByRole('main').getByText('Guild')).toHaveCount(0);

  await guest.goto(linkIn(mail));
  await expect(guest.getByText('This link is not valid any more')).toBeVisible();
});

test('a removed member is out with the next click, and the list says so', async ({ as, guard }) => {
  guard.allowStatus(403);
  const t = words.en;
  const owner = await as(null);
  await register(owner);
  const email = newEmail();
  await invite(owner, t, email, 'USER');
  const user = await as(null);
  await join(user, t, email, 'Uma Patel');
  await user.goto('/members');
  await expect(user.getByLabel('Email')).toHaveCount(0);

  await owner.goto('/members');
  await owner.getByRole('button', { name: 'Make Admin: Uma Patel' }).click();
  await expect(owner.getByRole('button', { name: 'Make User: Uma Patel' })).toBeVisible();
  await owner.getByRole('button', { name: 'Remove' }).click();
  await expect(confirmation(owner)).toContainText('Remove Uma Patel?');
  await confirmation(owner).getByRole('button', { name: 'Remove member' }).click();
  await expect(confirmation(owner)).toBeHidden();
  await expect(owner.getByRole('listitem').filter({ hasText: 'Uma Patel' })).toHaveCount(0);
  expect((await user.goto('/invoices'))?.status()).toBe(403);
  await expect(user.getByRole('heading', { level: 1 })).toHaveText('You are in no workspace');
  await user.getByRole('link', { name: 'New workspace' }).click();
  await user.getByLabel('Name of the workspace').fill('Fresh start');
  await user.getByRole('button', { name: 'Create workspace' }).click();
  await expect(user.getByRole('heading', { level: 1 })).toHaveText('API keys');
});

test('an invitation is sent again and taken back', async ({ as }) => {
  const t = words.en;
  const owner = await as(null);
  await register(owner);
  const email = newEmail();
  await invite(owner, t, email, 'USER');
  const first = await mailTo(email, /You are invited/);
  await owner.getByRole('button', { name: `Send again: ${email}` }).click();
  await expect(owner.getByText('Sent again')).toBeVisible();
  await expect
    .poll(async () => (await mailTo(email, /You are invited/)).token)
    .not.toBe(first.token);
  await owner.getByRole('button', { name: `Cancel invitation: ${email}` }).click();
  await expect(owner.getByText('Pending invitations')).toHaveCount(0);
  const visitor = await as(null);
  await visitor.goto(linkIn(await mailTo(email, /You are invited/)));
  await expect(visitor.getByText('This link is not valid any more')).toBeVisible();
});

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
  await expect(page.getByText('Saved.')).toBeVisible();
  await expect(page.getByRole('button', { name: /now Two and a half/ })).toBeVisible();
  await page.goto('/workspace/select');
  await page.getByRole('main').getByRole('button', { name: /One/ }).click();
  await expect(rowOf(page, 'Of one')).toBeVisible();
});
