import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Member } from '@/lib/actor';
import { IN_WORDS, NOBODY, nameHolder } from '@/lib/api-keys/change/name-holder';
import { revokeApiKey } from '@/lib/api-keys/change/revoke-api-key';
import { countApiKeys } from '@/lib/api-keys/read/count-api-keys';
import { getApiKey } from '@/lib/api-keys/read/get-api-key';
import { listApiKeys } from '@/lib/api-keys/read/list-api-keys';
import { db } from '@/lib/database/client';
import { removeMember } from '@/lib/workspaces/members/remove-member';
import { makeApiKey, makeMember, makeWorkspace } from '../../support/workspace';

/** The keys that somebody knows who should perhaps not, any more, and who that is. */
async function known(owner: Member) {
  const { keys } = await listApiKeys(owner, { state: 'known_to_others' });
  expect(await countApiKeys(owner)).toMatchObject({ known_to_others: keys.length });
  return keys.map(({ name, isOwners, createdBy, holder }) => ({
    name,
    shownTo: isOwners ? undefined : createdBy,
    heldBy: holder?.hasLeft ? holder.name : undefined,
  }));
}

test('exactly the keys that a removed member held are to be rotated', async () => {
  const workspace = await makeWorkspace();
  const { owner } = workspace;
  const [one, two] = [await makeMember(workspace, 'USER'), await makeMember(workspace, 'ADMIN')];
  const held = await makeApiKey(workspace, { name: 'Shop' });
  const other = await makeApiKey(workspace, { name: 'Books' });
  await makeApiKey(workspace, { name: 'Nobody has it' });
  await nameHolder(owner, held.apiKey.id, { holder: one.userId });
  await nameHolder(owner, other.apiKey.id, { holder: two.userId });
  expect(await known(owner)).toEqual([]);

  await removeMember(owner, one.userId);
  expect(await known(owner)).toEqual([{ name: 'Shop', shownTo: undefined, heldBy: 'Robin Doe' }]);
  await revokeApiKey(owner, held.apiKey.id);
  expect(await known(owner)).toEqual([]);
});

test('who takes a workspace over is told which keys the former Owner was shown', async () => {
  const workspace = await makeWorkspace();
  const heir = await makeMember(workspace, 'ADMIN');
  await makeApiKey(workspace, { name: 'Shop' });
  await db.workspace.update({ where: { id: workspace.id }, data: { ownerId: heir.userId } });
  const owner = { ...heir, isOwner: true };
  await makeApiKey({ ...workspace, owner }, { name: 'New' });
  expect(await known(owner)).toEqual([{ name: 'Shop', shownTo: 'Robin Doe', heldBy: undefined }]);
});

test('a holder is a member, somebody in words, or nobody; each change is on record', async () => {
  const workspace = await makeWorkspace();
  const { owner } = workspace;
  const member = await makeMember(workspace, 'USER');
  const { apiKey } = await makeApiKey(workspace);
  const { id } = apiKey;
  const holderOf = async () => (await getApiKey(owner, id)).holder;
  expect(await holderOf()).toBeNull();
  expect(await nameHolder(owner, id, { holder: member.userId, name: '' })).toBe('Robin Doe');
  expect(await holderOf()).toEqual({ userId: member.userId, name: 'Robin Doe', hasLeft: false });
  await nameHolder(owner, id, { holder: member.userId });
  expect(await nameHolder(owner, id, { holder: IN_WORDS, name: '  Zapier ' })).toBe('Zapier');
  expect(await holderOf()).toEqual({ userId: null, name: 'Zapier', hasLeft: false });
  expect(await nameHolder(owner, id, { holder: NOBODY, name: '' })).toBeNull();
  expect(await holderOf()).toBeNull();
  const events = await db.auditEvent.findMany({
    where: { targetId: id, action: 'api_key.holder_named' },
    orderBy: { id: 'asc' },
  });
  const of = { name: apiKey.name, hint: apiKey.hint };
  expect(events.map(({ details }) => details)).toEqual([
    { ...of, holder: 'Robin Doe' },
    { ...of, holder: 'Zapier' },
    { ...of, holder: null },
  ]);
});

test('what was typed for the holder is kept, whatever the select says', async () => {
  const workspace = await makeWorkspace();
  const { owner } = workspace;
  const member = await makeMember(workspace, 'USER');
  const { id } = (await makeApiKey(workspace)).apiKey;
  const besideMember = () =>
    nameHolder(owner, id, { holder: member.userId, name: 'the contractor' });
  const refused = { details: { errors: [{ pointer: '#/name', code: 'member_or_words' }] } };
  expect(await nameHolder(owner, id, { holder: NOBODY, name: 'Zapier' })).toBe('Zapier');
  await expect(besideMember()).rejects.toMatchObject(refused);
  // The form still has the words of before: whoever chooses a member or nobody means that.
  expect(await nameHolder(owner, id, { holder: member.userId, name: 'Zapier' })).toBe('Robin Doe');
  // Neither where the member is named already, and the select was left as it was.
  await expect(besideMember()).rejects.toMatchObject(refused);
  await removeMember(owner, member.userId);
  await expect(besideMember()).rejects.toMatchObject(refused);
  expect(await nameHolder(owner, id, { holder: IN_WORDS, name: 'Zapier' })).toBe('Zapier');
  expect(await nameHolder(owner, id, { holder: NOBODY, name: 'Zapier' })).toBeNull();
});

test('who has left is still named after the form was saved, and the Owner still warned', async () => {
  const workspace = await makeWorkspace();
  const { owner } = workspace;
  const member = await makeMember(workspace, 'USER');
  const { id } = (await makeApiKey(workspace)).apiKey;
  await nameHolder(owner, id, { holder: member.userId });
  await removeMember(owner, member.userId);
  expect(await nameHolder(owner, id, { holder: member.userId, name: '' })).toBe('Robin Doe');
  expect((await getApiKey(owner, id)).holder).toMatchObject({ hasLeft: true });
});

test('nobody names a holder in another workspace, or one from there', async () => {
  const [own, foreign] = [await makeWorkspace(), await makeWorkspace()];
  const [mine, theirs] = [(await makeApiKey(own)).apiKey.id, (await makeApiKey(foreign)).apiKey.id];
  const stranger = await makeMember(foreign, 'USER');
  const named = (...call: Parameters<typeof nameHolder>) =>
    nameHolder(...call).catch(({ code }) => code);
  const zapier = { holder: IN_WORDS, name: 'Zapier' };
  expect(await named(own.owner, theirs, zapier)).toBe('not_found');
  expect(await named(own.owner, mine, { holder: stranger.userId })).toBe('not_found');
  expect(await named(own.owner, randomUUID(), zapier)).toBe('not_found');
  expect(await named(own.owner, mine, { holder: IN_WORDS, name: ' ' })).toBe('validation_failed');
  expect(await named(await makeMember(own, 'ADMIN'), mine, zapier)).toBe('owner_required');
  expect((await getApiKey(foreign.owner, theirs)).holder).toBeNull();
});
