import { expect, test } from 'vitest';
import type { Member } from '@/lib/actor';
import { db } from '@/lib/database/client';
import {
  acceptInvitation,
  joinWithNewAccount,
} from '@/lib/workspaces/invitations/accept-invitation';
import { cancelInvitation } from '@/lib/workspaces/invitations/cancel-invitation';
import { findInvitation } from '@/lib/workspaces/invitations/find-invitation';
import { inviteMember, resendInvitation } from '@/lib/workspaces/invitations/invite-member';
import { listMembers } from '@/lib/workspaces/members/list-members';
import { removeMember } from '@/lib/workspaces/members/remove-member';
import { theMailbox } from '../../support/mailbox';
import { makePerson, newAddress, newEmail, PASSWORD, signIn } from '../../support/person';
import { makeMember, makeWorkspace } from '../../support/workspace';

const { to, latest } = theMailbox();

const invite = (actor: Member, email: string, role = 'USER') =>
  inviteMember(actor, { email, role, language: 'en' }, newAddress());

async function codeFor(actor: Member, email: string, role?: string): Promise<string> {
  await invite(actor, email, role);
  return (await latest(email)).token;
}

const join = (token: string) =>
  joinWithNewAccount(token, { name: 'New Person', password: PASSWORD, language: 'es' });

const rolesIn = async (workspaceId: string, userId: string) =>
  (await db.membership.findMany({ where: { workspaceId, userId } })).map(({ role }) => role);

test('someone without an account joins by the mailed link', async () => {
  const workspace = await makeWorkspace();
  const email = newEmail();
  const token = await codeFor(workspace.owner, email, 'ADMIN');
  expect((await latest(email)).subject).toBe('You are invited to a workspace on Zendrhax');
  expect((await latest(email)).text).toContain(
    `Robin Doe invites you to the workspace ${workspace.name}`,
  );
  expect((await latest(email)).text).toContain('an Admin');
  expect(await findInvitation(token)).toMatchObject({
    email,
    role: 'ADMIN',
    invitedBy: 'Robin Doe',
    hasAccount: false,
    workspace: { id: workspace.id, name: workspace.name },
  });
  const { userId } = await join(token);
  expect(await rolesIn(workspace.id, userId)).toEqual(['ADMIN']);
  expect(await db.workspace.count({ where: { ownerId: userId } })).toBe(0);
  await expect(join(token)).rejects.toMatchObject({ code: 'link_not_valid' });
});

test('someone with an account joins with it, and lands in the workspace', async () => {
  const workspace = await makeWorkspace();
  const { id, email } = await makePerson();
  const { session } = await signIn(id);
  const token = await codeFor(workspace.owner, email);
  await expect(join(token)).rejects.toMatchObject({ code: 'link_not_valid' });
  await acceptInvitation(session, token);
  expect(await rolesIn(workspace.id, id)).toEqual(['USER']);
  const { workspaceId } = await db.session.findUniqueOrThrow({ where: { id: session.id } });
  expect(workspaceId).toBe(workspace.id);
});

test('an invitation is for its address alone', async () => {
  const workspace = await makeWorkspace();
  const token = await codeFor(workspace.owner, newEmail());
  const { id } = await makePerson();
  const { session } = await signIn(id);
  await expect(acceptInvitation(session, token)).rejects.toMatchObject({ code: 'link_not_valid' });
  expect(await rolesIn(workspace.id, id)).toEqual([]);
});

test('who joins takes another password than their address', async () => {
  const { owner } = await makeWorkspace();
  const email = newEmail();
  const token = await codeFor(owner, email);
  const given = { name: 'New Person', password: email, language: 'en' };
  await expect(joinWithNewAccount(token, given)).rejects.toMatchObject({
    details: { errors: [{ pointer: '#/password', code: 'password_common' }] },
  });
});

test('of two who use one link at once, one joins', async () => {
  const { owner } = await makeWorkspace();
  const token = await codeFor(owner, newEmail());
  const results = await Promise.allSettled([join(token), join(token)]);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('an invitation ends after 7 days, and when it is taken back', async () => {
  const { owner } = await makeWorkspace();
  const [old, canceled] = [newEmail(), newEmail()];
  const tokens = [await codeFor(owner, old), await codeFor(owner, canceled)];
  const in7Days = new Date(Date.now() + 7 * 86_400_000);
  expect(await findInvitation(tokens[0] ?? '', new Date(Number(in7Days) - 60_000))).not.toBeNull();
  expect(await findInvitation(tokens[0] ?? '', in7Days)).toBeNull();
  const { invitations } = await listMembers(owner, in7Days);
  expect(invitations.map(({ isExpired }) => isExpired)).toEqual([true, true]);

  const { id } = await db.invitation.findFirstOrThrow({ where: { email: canceled } });
  await cancelInvitation(owner, id);
  await expect(join(tokens[1] ?? '')).rejects.toMatchObject({ code: 'link_not_valid' });
  await cancelInvitation(owner, id);
});

test('sending again kills the link that was sent before', async () => {
  const { owner, id: workspaceId } = await makeWorkspace();
  const email = newEmail();
  const first = await codeFor(owner, email);
  const { id } = await db.invitation.findFirstOrThrow({ where: { workspaceId } });
  await resendInvitation(owner, id, newAddress());
  const second = (await latest(email)).token;
  expect(second).not.toBe(first);
  expect(await findInvitation(first)).toBeNull();
  expect(await db.invitation.count({ where: { workspaceId } })).toBe(1);
  await join(second);
});

test('inviting again tells which role the invitation had before', async () => {
  const { owner } = await makeWorkspace();
  const email = newEmail();
  expect(await invite(owner, ` ${email} `, 'ADMIN')).toEqual({
    email,
    role: 'ADMIN',
    formerRole: null,
  });
  expect(await invite(owner, email, 'USER')).toMatchObject({ role: 'USER', formerRole: 'ADMIN' });
  expect(await invite(owner, email, 'USER')).toMatchObject({ role: 'USER', formerRole: 'USER' });
});

test('only the SHA-256 of the code is stored', async () => {
  const { owner } = await makeWorkspace();
  const email = newEmail();
  const token = await codeFor(owner, email);
  const rows = await db.invitation.findMany({ where: { email } });
  expect(JSON.stringify(rows)).not.toContain(token);
});

test('the Owner invites Admins and Users, an Admin Users, a User nobody', async () => {
  const workspace = await makeWorkspace();
  const [admin, user] = [await makeMember(workspace, 'ADMIN'), await makeMember(workspace, 'USER')];
  await invite(admin, newEmail(), 'USER');
  await expect(invite(admin, newEmail(), 'ADMIN')).rejects.toMatchObject({
    code: 'owner_required',
  });
  await expect(invite(user, newEmail())).rejects.toMatchObject({ code: 'admin_required' });
  expect((await listMembers(workspace.owner)).invitations).toHaveLength(1);
});

test('an Admin can neither lower, resend nor cancel an invitation as Admin', async () => {
  const workspace = await makeWorkspace();
  const admin = await makeMember(workspace, 'ADMIN');
  const email = newEmail();
  await invite(workspace.owner, email, 'ADMIN');
  const { id } = await db.invitation.findFirstOrThrow({ where: { email } });
  const refused = { code: 'owner_required' };
  await expect(invite(admin, email, 'USER')).rejects.toMatchObject(refused);
  await expect(resendInvitation(admin, id, newAddress())).rejects.toMatchObject(refused);
  await expect(cancelInvitation(admin, id)).rejects.toMatchObject(refused);
  expect(await to(email)).toHaveLength(1);
});

test('an invitation of another workspace is not found', async () => {
  const [workspace, stranger] = [await makeWorkspace(), await makeWorkspace()];
  const email = newEmail();
  const token = await codeFor(workspace.owner, email);
  const { id } = await db.invitation.findFirstOrThrow({ where: { email } });
  await expect(resendInvitation(stranger.owner, id, newAddress())).rejects.toMatchObject({
    code: 'not_found',
  });
  await cancelInvitation(stranger.owner, id);
  expect(await findInvitation(token)).not.toBeNull();
});

test('a member is not invited again', async () => {
  const workspace = await makeWorkspace();
  const { id, email } = await makePerson();
  const { session } = await signIn(id);
  await acceptInvitation(session, await codeFor(workspace.owner, email));
  await expect(invite(workspace.owner, email.toUpperCase())).rejects.toMatchObject({
    details: { errors: [{ pointer: '#/email', code: 'already_member' }] },
  });
});

test.each([
  [{ email: 'nobody' }, '#/email'],
  [{ role: 'OWNER' }, '#/role'],
  [{ workspaceId: 'x' }, '#/workspaceId'],
])('a wrong field is refused: %j', async (wrong, pointer) => {
  const { owner } = await makeWorkspace();
  const input = { email: newEmail(), role: 'USER', language: 'en', ...wrong };
  await expect(inviteMember(owner, input, newAddress())).rejects.toMatchObject({
    details: { errors: [{ pointer }] },
  });
});

test('an invitation sent again while it is accepted leaves no link for a member', async () => {
  const { owner, id: workspaceId } = await makeWorkspace();
  for (let round = 0; round < 10; round++) {
    const { id, email } = await makePerson();
    const token = await codeFor(owner, email);
    const { session } = await signIn(id);
    await Promise.allSettled([invite(owner, email), acceptInvitation(session, token)]);
    const [role] = await rolesIn(workspaceId, id);
    const pending = await db.invitation.count({ where: { workspaceId, email } });
    expect(pending).toBe(role ? 0 : 1);
  }
});

test('an invitation from someone who is removed is taken back', async () => {
  const workspace = await makeWorkspace();
  const admin = await makeMember(workspace, 'ADMIN');
  const [theirs, ours] = [await codeFor(admin, newEmail()), newEmail()];
  await invite(workspace.owner, ours);
  await removeMember(workspace.owner, admin.userId);
  await expect(join(theirs)).rejects.toMatchObject({ code: 'link_not_valid' });
  const { invitations } = await listMembers(workspace.owner);
  expect(invitations.map(({ email }) => email)).toEqual([ours]);
});
