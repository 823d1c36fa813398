import { expect, test } from 'vitest';
import type { Member } from '@/lib/actor';
import { db } from '@/lib/database/client';
import { cancelInvitation } from '@/lib/workspaces/invitations/cancel-invitation';
import { inviteMember, resendInvitation } from '@/lib/workspaces/invitations/invite-member';
import { changeRole } from '@/lib/workspaces/members/change-role';
import { leaveWorkspace } from '@/lib/workspaces/members/leave-workspace';
import { removeMember } from '@/lib/workspaces/members/remove-member';
import { sendDue, theMailbox } from '../../support/mailbox';
import { newAddress, newEmail } from '../../support/person';
import { makeMember, makeWorkspace } from '../../support/workspace';

const { to } = theMailbox();
const refused = { code: 'admin_required' };

const invite = (actor: Member, email = newEmail(), role = 'USER') =>
  inviteMember(actor, { email, role, language: 'en' }, newAddress());

const pendingIn = (workspaceId: string) => db.invitation.count({ where: { workspaceId } });

async function makeInvited(actor: Member, role?: string) {
  const email = newEmail();
  await invite(actor, email, role);
  const { id } = await db.invitation.findFirstOrThrow({ where: { email }, select: { id: true } });
  return { id, email };
}

test('an Admin whose request began before they were removed or demoted changes nothing', async () => {
  const workspace = await makeWorkspace();
  const { owner } = workspace;
  const user = await makeMember(workspace, 'USER');
  const [removed, demoted] = [
    await makeMember(workspace, 'ADMIN'),
    await makeMember(workspace, 'ADMIN'),
  ];
  const { id } = await makeInvited(owner);
  await removeMember(owner, removed.userId);
  await changeRole(owner, { userId: demoted.userId, role: 'USER' });
  for (const actor of [removed, demoted]) {
    for (const act of [
      () => invite(actor),
      () => resendInvitation(actor, id, newAddress()),
      () => cancelInvitation(actor, id),
      () => changeRole(actor, { userId: user.userId, role: 'USER' }),
      () => removeMember(actor, user.userId),
    ]) {
      await expect(act()).rejects.toMatchObject(refused);
    }
  }
  expect(await pendingIn(workspace.id)).toBe(1);
});

test('a former Owner who is an Admin now gives nobody the role of an Admin', async () => {
  const workspace = await makeWorkspace();
  const { owner: former, id } = workspace;
  const [heir, user] = [await makeMember(workspace, 'ADMIN'), await makeMember(workspace, 'USER')];
  await db.workspace.update({ where: { id }, data: { ownerId: heir.userId } });
  const ownerOnly = { code: 'owner_required' };
  await expect(invite(former, newEmail(), 'ADMIN')).rejects.toMatchObject(ownerOnly);
  await expect(changeRole(former, { userId: user.userId, role: 'ADMIN' })).rejects.toMatchObject(
    ownerOnly,
  );
});

test('of invitations all around a removal, none of the removed Admin is left', async () => {
  const workspace = await makeWorkspace();
  for (let round = 0; round < 6; round++) {
    const admin = await makeMember(workspace, 'ADMIN');
    await Promise.allSettled([
      ...Array.from({ length: 4 }, () => invite(admin)),
      removeMember(workspace.owner, admin.userId),
      ...Array.from({ length: 4 }, () => invite(admin)),
    ]);
    expect(await pendingIn(workspace.id)).toBe(0);
  }
});

test('what someone invited is canceled when they leave', async () => {
  const workspace = await makeWorkspace();
  const admin = await makeMember(workspace, 'ADMIN');
  const [theirs, ours] = [await makeInvited(admin), await makeInvited(workspace.owner)];
  await leaveWorkspace(admin);
  const left = await db.invitation.findMany({ where: { workspaceId: workspace.id } });
  expect(left.map(({ id }) => id)).toEqual([ours.id]);
  const canceled = { action: 'invitation.canceled', targetId: theirs.id };
  expect(await db.auditEvent.count({ where: canceled })).toBe(1);
});

test('an invitation that is sent again while it is canceled stays canceled', async () => {
  const { owner, id: workspaceId } = await makeWorkspace();
  for (let round = 0; round < 10; round++) {
    const { id } = await makeInvited(owner);
    const again = () => resendInvitation(owner, id, newAddress());
    await Promise.allSettled([again(), cancelInvitation(owner, id), again()]);
    expect(await pendingIn(workspaceId)).toBe(0);
  }
});

test("an Admin uses up none of the Owner's mails to a recipient", async () => {
  const workspace = await makeWorkspace();
  const admin = await makeMember(workspace, 'ADMIN');
  const { id, email } = await makeInvited(workspace.owner, 'ADMIN');
  expect(await to(email)).toHaveLength(1);
  const ownerOnly = { code: 'owner_required' };
  for (let times = 0; times < 6; times++) {
    await expect(invite(admin, email)).rejects.toMatchObject(ownerOnly);
    await expect(resendInvitation(admin, id, newAddress())).rejects.toMatchObject(ownerOnly);
  }
  await resendInvitation(workspace.owner, id, newAddress());
  expect(await to(email)).toHaveLength(2);

  const asUser = newEmail();
  for (let times = 0; times < 5; times++) await invite(admin, asUser);
  await expect(invite(admin, asUser)).rejects.toMatchObject({ code: 'rate_limited' });
  await invite(workspace.owner, asUser);
});

test('one tenant keeps no other from inviting the same person', async () => {
  const [loud, quiet] = [await makeWorkspace(), await makeWorkspace()];
  const email = newEmail();
  for (let times = 0; times < 5; times++) {
    await invite(loud.owner, email);
    await sendDue();
  }
  for (let times = 0; times < 30; times++) {
    await expect(invite(loud.owner, email)).rejects.toMatchObject({ code: 'rate_limited' });
  }
  await invite(quiet.owner, email);
  expect(await to(email)).toHaveLength(6);
});

test('nobody gets more than twenty invitations an hour', async () => {
  const email = newEmail();
  for (let tenant = 0; tenant < 4; tenant++) {
    const { owner } = await makeWorkspace();
    for (let times = 0; times < 5; times++) await invite(owner, email);
  }
  const { owner } = await makeWorkspace();
  await expect(invite(owner, email)).rejects.toMatchObject({ code: 'rate_limited' });
});
