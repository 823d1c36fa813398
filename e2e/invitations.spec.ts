import { invite, join } from './accounts';
import { expect, prefer, said, t, test, words } from './fixtures';
import { confirmation, makeKey, rowOf, statusOf } from './keys';
import { linkIn, mailTo } from './mail';
import { newEmail, own, PASSWORD } from './people';

test.use({ locale: 'es-ES' });

for (const language of ['en', 'es'] as const) {
  const t = words[language];

  test(`invited as Admin, then Owner, in ${language}`, async ({ as, guard }) => {
    guard.allowStatus(403);
    const owner = await as(null);
    const { email: ownerEmail } = await own(owner, { language, workspace: 'Taller' });
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
    await mailTo(email, new RegExp(t('mail.ownershipReceived.subject', { workspace: 'Taller' })));
    const { text } = await mailTo(
      ownerEmail,
      new RegExp(t('mail.ownershipGiven.subject', { workspace: 'Taller' })),
    );
    expect(text).toContain('Alex Kim');

    expect((await owner.goto('/api-keys'))?.status()).toBe(403);
    expect((await admin.goto('/api-keys'))?.status()).toBe(200);
    await expect(rowOf(admin, 'Old')).toContainText(t('apiKeys.table.notByYou'));
    expect(await statusOf(admin.request, key)).toBe(200);
  });
}

test('someone with an account joins with it, and only with the invited one', async ({
  as,
  guard,
}) => {
  guard.allowStatus(401);
  const owner = await as(null);
  await own(owner, { workspace: 'Guild' });
  const guest = await as(null);
  const { email } = await own(guest, { workspace: 'Own place' });
  await invite(owner, t, email, 'USER');
  const mail = await mailTo(email, new RegExp(t('mail.invitation.subject')));

  const stranger = await as(null);
  await own(stranger);
  await stranger.goto(linkIn(mail));
  await expect(stranger.getByText(`La invitación es para ${email}`)).toBeVisible();
  await stranger
    .getByRole('main')
    .getByRole('button', { name: t('invitation.signOut') })
    .click();
  await expect(
    stranger.getByRole('link', { name: t('invitation.signIn', { email }) }),
  ).toBeVisible();

  await guest.goto(linkIn(mail));
  await guest.getByRole('button', { name: t('invitation.join', { workspace: 'Guild' }) }).click();
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText(t('invoices.title'));
  await expect(guest.getByRole('button', { name: /ahora Guild/ })).toBeVisible();
  await guest.goto('/members');
  await guest.getByRole('button', { name: t('members.leave.trigger') }).click();
  await expect(confirmation(guest)).toContainText(t('members.leave.title', { workspace: 'Guild' }));
  await confirmation(guest)
    .getByRole('button', { name: t('members.leave.trigger') })
    .click();
  await expect(guest).toHaveURL(/\/workspace\/select$/);
  await expect(said(guest)).toHaveText(t('members.leave.done', { workspace: 'Guild' }));
  await expect(guest.getByRole('main').getByRole('button', { name: /Own place/ })).toBeVisible();
  await expect(guest.getByRole('main').getByText('Guild')).toHaveCount(0);

  await guest.goto(linkIn(mail));
  await expect(guest.getByText(t('mailedLink.dead.title'))).toBeVisible();
});

test('an invitation is sent again and taken back', async ({ as }) => {
  const owner = await as(null);
  await own(owner);
  const email = newEmail();
  await invite(owner, t, email, 'USER');
  const first = await mailTo(email, new RegExp(t('mail.invitation.subject')));
  await owner
    .getByRole('button', { name: `${t('members.invitations.sendAgain')}: ${email}` })
    .click();
  await expect(said(owner)).toContainText(t('members.invitations.sentAgain', { email }));
  await expect
    .poll(async () => (await mailTo(email, new RegExp(t('mail.invitation.subject')))).token)
    .not.toBe(first.token);
  await owner.getByRole('button', { name: `${t('members.invitations.cancel')}: ${email}` }).click();
  await expect(owner.getByText(t('members.invitations.title'))).toHaveCount(0);
  await expect(said(owner)).toContainText(t('members.invitations.canceled', { email }));
  await expect(owner.locator('#main')).toBeFocused();
  const visitor = await as(null);
  await visitor.goto(linkIn(await mailTo(email, new RegExp(t('mail.invitation.subject')))));
  await expect(visitor.getByText(t('mailedLink.dead.title'))).toBeVisible();
});

for (const language of ['en', 'es'] as const) {
  const t = words[language];

  test(`inviting an Admin again, as a User, says what has changed, in ${language}`, async ({
    as,
  }) => {
    const owner = await as(null);
    await own(owner, { language });
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
