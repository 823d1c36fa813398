import { expect, test } from 'vitest';
import type { Member } from '@/lib/actor';
import { listApiKeys } from '@/lib/api-keys/read/list-api-keys';
import { retireNow } from '@/lib/api-keys/rotation/retire-now';
import { rotateApiKey } from '@/lib/api-keys/rotation/rotate-api-key';
import { hashSecret } from '@/lib/api-keys/secret/secret';
import { opensNow } from '@/lib/api-keys/secret/verify';
import { db } from '@/lib/database/client';
import { removeMember } from '@/lib/workspaces/members/remove-member';
import { transferOwnership } from '@/lib/workspaces/members/transfer-ownership';
import { theMailbox } from '../../support/mailbox';
import { makePerson, PASSWORD, signIn } from '../../support/person';
import { makeApiKey, makeMember, makeWorkspace, type TestWorkspace } from '../../support/workspace';

const { latest } = theMailbox();

/** A workspace whose Owner can sign in, and an Admin in it. */
async function makeOwned(options?: Parameters<typeof makeWorkspace>[0]) {
  const workspace = await makeWorkspace(options);
  const { id, email } = await makePerson();
  const inWorkspace = { workspaceId: workspace.id, userId: id };
  await db.membership.create({ data: { ...inWorkspace, role: 'ADMIN' } });
  await db.workspace.update({ where: { id: workspace.id }, data: { ownerId: id } });
  const owner: Member = { ...workspace.owner, userId: id };
  const { session } = await signIn(id);
  const heir = await makeMember(workspace, 'USER');
  const transfer = (password = PASSWORD, userId: unknown = heir.userId) =>
    transferOwnership(owner, session.user, { userId, password });
  const owned: TestWorkspace = { ...workspace, owner };
  return { workspace: owned, owner, email, heir, transfer };
}

const asOwner = (member: Member): Member => ({ ...member, isOwner: true });

test('the new Owner sees the keys with their next request, and the former does not', async () => {
  const { workspace, owner, heir, transfer } = await makeOwned();
  await makeApiKey(workspace);
  await transfer();
  expect((await listApiKeys(asOwner(heir))).keys).toHaveLength(1);
  // The former Owner's request, begun before the transfer, finds nothing either.
  expect((await listApiKeys(owner)).keys).toEqual([]);
  const roles = await db.membership.findMany({
    where: { workspaceId: workspace.id, userId: { in: [owner.userId, heir.userId] } },
    select: { role: true },
  });
  expect(roles).toEqual([{ role: 'ADMIN' }, { role: 'ADMIN' }]);
});

test('both get a mail', async () => {
  const { workspace, email, heir, transfer } = await makeOwned();
  const { email: heirEmail } = await db.user.findUniqueOrThrow({ where: { id: heir.userId } });
  await transfer();
  expect((await latest(heirEmail)).subject).toBe(
    `You are now the Owner of “${workspace.name.slice(0, 39)}…”`,
  );
  expect((await latest(email)).subject).toBe(
    `You made someone else the Owner of “${workspace.name.slice(0, 39)}…”`,
  );
});

test('it needs the password, and cannot be guessed at', async () => {
  const { workspace, owner, transfer } = await makeOwned();
  for (let times = 0; times < 10; times++) {
    await expect(transfer('wrong')).rejects.toMatchObject({
      details: { errors: [{ pointer: '#/password', code: 'password_wrong' }] },
    });
  }
  await expect(transfer()).rejects.toMatchObject({ code: 'rate_limited' });
  const { ownerId } = await db.workspace.findUniqueOrThrow({ where: { id: workspace.id } });
  expect(ownerId).toBe(owner.userId);
});

test('only to another member, and only by the Owner', async () => {
  const { owner, heir, transfer } = await makeOwned();
  const { owner: stranger } = await makeWorkspace();
  for (const userId of [stranger.userId, owner.userId, 'nonsense', { not: '' }]) {
    await expect(transfer(PASSWORD, userId)).rejects.toMatchObject({ code: 'not_found' });
  }
  const { session } = await signIn(heir.userId);
  const input = { userId: heir.userId, password: PASSWORD };
  await expect(transferOwnership(heir, session.user, input)).rejects.toMatchObject({
    code: 'owner_required',
  });
});

test('of a transfer and a removal at once, the Owner is always a member', async () => {
  for (let round = 0; round < 10; round++) {
    const { workspace, owner, heir, transfer } = await makeOwned();
    await Promise.allSettled([transfer(), removeMember(owner, heir.userId)]);
    const { ownerId, memberships } = await db.workspace.findUniqueOrThrow({
      where: { id: workspace.id },
      select: { ownerId: true, memberships: { select: { userId: true } } },
    });
    expect(memberships.map(({ userId }) => userId)).toContain(ownerId);
  }
});

test('keys that the former Owner made are told from the others, and rotated one by one', async () => {
  const { workspace, owner, heir, transfer } = await makeOwned({ plan: 'starter' });
  const terms = { name: 'Nightly', scopes: ['invoices:read'], expiresInDays: 30 };
  const { apiKey: old, secret } = await makeApiKey(workspace, terms);
  expect((await listApiKeys(owner)).keys[0]?.isOwners).toBe(true);
  await transfer();
  const newOwner = asOwner(heir);
  expect((await listApiKeys(newOwner)).keys[0]).toMatchObject({ isOwners: false });

  const rotated = await rotateApiKey(newOwner, old.id, {});
  expect(rotated.apiKey).toMatchObject({
    name: 'Nightly',
    scopes: ['invoices:read'],
    expiresAt: old.expiresAt,
  });
  expect(rotated.secret).not.toBe(secret);
  const works = async (one: string) => opensNow(hashSecret(one) ?? '');
  expect([await works(secret), await works(rotated.secret)]).toEqual([true, true]);
  await retireNow(newOwner, old.id);
  expect([await works(secret), await works(rotated.secret)]).toEqual([false, true]);
  expect((await listApiKeys(newOwner)).keys.map(({ isOwners }) => isOwners)).toEqual([true]);
});
