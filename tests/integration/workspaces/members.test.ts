import { expect, test } from 'vitest';
import type { Member } from '@/lib/actor';
import { db } from '@/lib/database/client';
import { chooseWorkspace } from '@/lib/identity/sessions/choose-workspace';
import { findSession } from '@/lib/identity/sessions/find-session';
import { changeRole } from '@/lib/workspaces/members/change-role';
import { leaveWorkspace } from '@/lib/workspaces/members/leave-workspace';
import { listMembers } from '@/lib/workspaces/members/list-members';
import { removeMember } from '@/lib/workspaces/members/remove-member';
import { createWorkspace } from '@/lib/workspaces/workspace/create-workspace';
import { renameWorkspace } from '@/lib/workspaces/workspace/rename-workspace';
import { theMailbox } from '../../support/mailbox';
import { makePerson, signIn } from '../../support/person';
import { makeMember, makeWorkspace } from '../../support/workspace';

const { latest } = theMailbox();
const notFound = { code: 'not_found' };

async function makeTeam() {
  const workspace = await makeWorkspace();
  return {
    workspace,
    owner: workspace.owner,
    admin: await makeMember(workspace, 'ADMIN'),
    otherAdmin: await makeMember(workspace, 'ADMIN'),
    user: await makeMember(workspace, 'USER'),
  };
}

const idsIn = async (actor: Member) =>
  (await listMembers(actor)).members.map(({ userId }) => userId);

test('everyone in a workspace sees who is in it, the Owner first', async () => {
  const { owner, admin, user } = await makeTeam();
  for (const actor of [owner, admin, user]) {
    const { members } = await listMembers(actor);
    expect(members).toHaveLength(4);
    expect(members[0]).toMatchObject({ userId: owner.userId, isOwner: true, name: 'Robin Doe' });
  }
  const { owner: stranger } = await makeWorkspace();
  expect(await idsIn(stranger)).toEqual([stranger.userId]);
});

test('a removed member finds the workspace gone with their next request', async () => {
  const workspace = await makeWorkspace();
  const { id: userId } = await makePerson();
  await db.membership.create({ data: { workspaceId: workspace.id, userId, role: 'USER' } });
  const { sessionId, session } = await signIn(userId);
  expect(session.workspace?.id).toBe(workspace.id);
  await db.session.updateMany({ where: { userId }, data: { workspaceId: workspace.id } });

  await removeMember(workspace.owner, userId);
  const after = await findSession(sessionId);
  expect(after?.workspaces).toEqual([]);
  expect(after?.workspace).toBeNull();
  expect(after?.removedFrom).toBe(workspace.name);
});

test('a removed member is told by mail, and until they choose another workspace', async () => {
  const from = await makeWorkspace();
  const { owner: person, ...own } = await makeWorkspace();
  const { userId } = person;
  await db.membership.create({ data: { workspaceId: from.id, userId, role: 'USER' } });
  const { sessionId, session } = await signIn(userId);
  await chooseWorkspace(session, from.id);

  await removeMember(from.owner, userId);
  const after = await findSession(sessionId);
  expect(after).toMatchObject({ workspace: { id: own.id }, removedFrom: from.name });
  const { email } = await db.user.findUniqueOrThrow({ where: { id: userId } });
  const mail = await latest(email);
  expect(mail.subject).toBe(`You were removed from “${from.name.slice(0, 39)}…”`);
  expect(mail.text).toContain(`the workspace ${from.name}`);

  await chooseWorkspace(session, own.id);
  expect((await findSession(sessionId))?.removedFrom).toBeNull();
});

test('who leaves was not removed', async () => {
  const workspace = await makeWorkspace();
  const user = await makeMember(workspace, 'USER');
  const { sessionId, session } = await signIn(user.userId);
  await chooseWorkspace(session, workspace.id);
  await leaveWorkspace(user);
  expect((await findSession(sessionId))?.removedFrom).toBeNull();
});

test('the Owner removes anyone else, an Admin Users, a User nobody, and nobody the Owner', async () => {
  const { owner, admin, otherAdmin, user } = await makeTeam();
  await expect(removeMember(user, admin.userId)).rejects.toMatchObject({ code: 'admin_required' });
  await expect(removeMember(admin, otherAdmin.userId)).rejects.toMatchObject({
    code: 'owner_required',
  });
  for (const actor of [admin, owner]) {
    await expect(removeMember(actor, owner.userId)).rejects.toMatchObject(notFound);
  }
  expect(await idsIn(owner)).toHaveLength(4);
  await removeMember(admin, user.userId);
  await removeMember(owner, otherAdmin.userId);
  expect((await idsIn(owner)).sort()).toEqual([owner.userId, admin.userId].sort());
});

test('roles are given by the Owner, and not by an Admin', async () => {
  const { owner, admin, otherAdmin, user } = await makeTeam();
  const ownerOnly = { code: 'owner_required' };
  const give = (actor: Member, { userId }: Member, role: string) =>
    changeRole(actor, { userId, role });
  await expect(give(admin, user, 'ADMIN')).rejects.toMatchObject(ownerOnly);
  await expect(give(admin, otherAdmin, 'USER')).rejects.toMatchObject(ownerOnly);
  await expect(give(user, user, 'ADMIN')).rejects.toMatchObject({ code: 'admin_required' });
  await expect(give(owner, owner, 'USER')).rejects.toMatchObject(notFound);
  await expect(give(owner, user, 'OWNER')).rejects.toMatchObject({ code: 'validation_failed' });

  await give(owner, user, 'ADMIN');
  await give(owner, admin, 'USER');
  const { members } = await listMembers(owner);
  const roleOf = ({ userId }: Member) => members.find((one) => one.userId === userId)?.role;
  expect([roleOf(user), roleOf(admin), roleOf(otherAdmin)]).toEqual(['ADMIN', 'USER', 'ADMIN']);
});

test('anyone but the Owner may leave', async () => {
  const { owner, user } = await makeTeam();
  await leaveWorkspace(user);
  expect(await idsIn(owner)).not.toContain(user.userId);
  await expect(leaveWorkspace(owner)).rejects.toMatchObject(notFound);
  await expect(leaveWorkspace(user)).rejects.toMatchObject(notFound);
});

test('the members of another workspace are not found', async () => {
  const [{ owner }, { user }] = [await makeTeam(), await makeTeam()];
  for (const act of [
    () => removeMember(owner, user.userId),
    () => changeRole(owner, { userId: user.userId, role: 'ADMIN' }),
    () => removeMember(owner, 'nonsense'),
    () => removeMember(owner, { not: '' }),
  ]) {
    await expect(act()).rejects.toMatchObject(notFound);
  }
});

test('an API key has no business with members', async () => {
  const { id: workspaceId } = await makeWorkspace();
  const key = { kind: 'apiKey', apiKeyId: workspaceId, workspaceId, scopes: [] } as const;
  const refused = { code: 'admin_required' };
  await expect(listMembers(key)).rejects.toMatchObject(refused);
  await expect(removeMember(key, workspaceId)).rejects.toMatchObject(refused);
  await expect(leaveWorkspace(key)).rejects.toMatchObject(refused);
});

test('what is done to members is in the audit trail', async () => {
  const { workspace, owner, admin, user } = await makeTeam();
  await changeRole(owner, { userId: user.userId, role: 'ADMIN' });
  await changeRole(owner, { userId: user.userId, role: 'ADMIN' });
  await removeMember(owner, user.userId);
  await leaveWorkspace(admin);
  const events = await db.auditEvent.findMany({
    where: { workspaceId: workspace.id },
    orderBy: { createdAt: 'asc' },
    select: { action: true, userId: true, targetId: true },
  });
  expect(events).toEqual([
    { action: 'member.role_changed', userId: owner.userId, targetId: user.userId },
    { action: 'member.removed', userId: owner.userId, targetId: user.userId },
    { action: 'member.left', userId: admin.userId, targetId: admin.userId },
  ]);
});

test('a further workspace is on the Free plan and is where its maker goes on', async () => {
  const { id: userId } = await makePerson();
  const { sessionId, session } = await signIn(userId);
  await createWorkspace(session, { name: ' Second ' });
  const after = await findSession(sessionId);
  expect(after?.workspace).toMatchObject({ name: 'Second', planName: 'Free', isOwner: true });
});

test('nobody makes workspaces without end', async () => {
  const { session } = await signIn((await makePerson()).id);
  for (let times = 0; times < 10; times++) await createWorkspace(session, { name: 'Another' });
  await expect(createWorkspace(session, { name: 'Another' })).rejects.toMatchObject({
    code: 'rate_limited',
  });
});

test('the Owner renames the workspace, and nobody else', async () => {
  const { workspace, owner, admin } = await makeTeam();
  await renameWorkspace(owner, { name: 'Renamed' });
  await expect(renameWorkspace(admin, { name: 'No' })).rejects.toMatchObject({
    code: 'owner_required',
  });
  const formerOwner = { ...admin, isOwner: true };
  await expect(renameWorkspace(formerOwner, { name: 'No' })).rejects.toMatchObject({
    code: 'owner_required',
  });
  await expect(renameWorkspace(owner, { name: '\n' })).rejects.toMatchObject({
    code: 'validation_failed',
  });
  const { name } = await db.workspace.findUniqueOrThrow({ where: { id: workspace.id } });
  expect(name).toBe('Renamed');
});
