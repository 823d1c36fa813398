import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Member } from '@/lib/actor';
import { nameHolder } from '@/lib/api-keys/change/name-holder';
import { pauseApiKey } from '@/lib/api-keys/change/pause-api-key';
import { revokeApiKey } from '@/lib/api-keys/change/revoke-api-key';
import { keysByMember } from '@/lib/api-keys/leaving/keys-by-member';
import { keysToRotate, stepOf } from '@/lib/api-keys/leaving/keys-to-rotate';
import { retireNow } from '@/lib/api-keys/rotation/retire-now';
import { rotateApiKey } from '@/lib/api-keys/rotation/rotate-api-key';
import { flushUsage } from '@/lib/api-keys/usage/flush-usage';
import { db } from '@/lib/database/client';
import { removeMember } from '@/lib/workspaces/members/remove-member';
import { use } from '../../support/usage';
import { makeApiKey, makeMember, makeWorkspace } from '../../support/workspace';

const stepsFor = async (owner: Member, chosen: unknown[] | null = null) =>
  (await keysToRotate(owner, chosen)).map((apiKey) => [apiKey.name, stepOf(apiKey)]);

const rotate = (owner: Member, id: string) => rotateApiKey(owner, id, { retire: 'after-use' });

/** A workspace with keys that a member holds who is about to leave. */
async function beforeSomebodyLeaves(...names: string[]) {
  const workspace = await makeWorkspace();
  const member = await makeMember(workspace, 'USER');
  const ids: string[] = [];
  for (const name of names) {
    const { apiKey } = await makeApiKey(workspace, { name });
    await nameHolder(workspace.owner, apiKey.id, { holder: member.userId });
    ids.push(apiKey.id);
  }
  return { workspace, owner: workspace.owner, member, ids: ids as [string, ...string[]] };
}

test('of the keys of somebody who left, each is told by how far it is, until all are done', async () => {
  const { workspace, owner, member, ids } = await beforeSomebodyLeaves('Books', 'Shop', 'Tax');
  await makeApiKey(workspace, { name: 'Nobody has it' });
  expect(await stepsFor(owner)).toEqual([]);
  await removeMember(owner, member.userId);
  const [books, shop, tax] = ids as [string, string, string];
  await pauseApiKey(owner, tax, { minutes: 60 });
  expect(await stepsFor(owner)).toEqual([
    ['Books', 'todo'],
    ['Shop', 'todo'],
    ['Tax', 'blocked'],
  ]);

  const { apiKey: next } = await rotate(owner, books);
  await revokeApiKey(owner, tax);
  expect((await stepsFor(owner))[0]).toEqual(['Books', 'waiting']);
  use(next.id);
  await flushUsage();
  expect(await stepsFor(owner)).toEqual([
    ['Books', 'retiring'],
    ['Shop', 'todo'],
    ['Tax', 'done'],
  ]);

  await retireNow(owner, books);
  await rotate(owner, shop);
  await retireNow(owner, shop);
  expect((await stepsFor(owner)).map(([, step]) => step)).toEqual(['done', 'done', 'done']);
});

test('a key that ended more than a week ago is on the list no more', async () => {
  const { owner, member, ids } = await beforeSomebodyLeaves('Old', 'Older');
  await removeMember(owner, member.userId);
  for (const id of ids) await revokeApiKey(owner, id);
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
  await db.apiKey.update({ where: { id: String(ids[0]) }, data: { revokedAt: daysAgo(6) } });
  await db.apiKey.update({ where: { id: String(ids[1]) }, data: { revokedAt: daysAgo(8) } });
  expect(await stepsFor(owner)).toEqual([['Old', 'done']]);
});

test('keys can be chosen, of the own workspace alone; the new key of a rotation waits for the old one', async () => {
  const { owner, ids } = await beforeSomebodyLeaves('Shop');
  const { apiKey: next } = await rotate(owner, ids[0]);
  expect(await stepsFor(owner, [next.id])).toEqual([['Shop', 'blocked']]);
  const foreign = await makeApiKey(await makeWorkspace());
  for (const id of [foreign.apiKey.id, randomUUID(), 'x', null]) {
    expect(await keysToRotate(owner, [])).toEqual([]);
    await expect(keysToRotate(owner, [next.id, id])).rejects.toMatchObject({ code: 'not_found' });
  }
});

test('which keys a member holds, and which they were shown, the Owner alone learns', async () => {
  const { workspace, owner, member, ids } = await beforeSomebodyLeaves('Books', 'Shop');
  const former = await makeMember(workspace, 'ADMIN');
  const { apiKey: shown } = await makeApiKey(workspace, { name: 'Export' });
  const createdById = former.userId;
  await db.apiKey.update({ where: { id: shown.id }, data: { createdById } });
  await revokeApiKey(owner, ids[0]);

  const known = await keysByMember(owner);
  const namesOf = ({ userId }: Member) =>
    known.get(userId)?.map(({ name, isHeld }) => [name, isHeld]);
  expect(namesOf(member)).toEqual([['Shop', true]]);
  expect(namesOf(former)).toEqual([['Export', false]]);
  expect(namesOf(owner)).toBeUndefined();
  for (const other of [member, former]) {
    await expect(keysByMember(other)).rejects.toMatchObject({ code: 'owner_required' });
    await expect(keysToRotate(other, null)).rejects.toMatchObject({ code: 'owner_required' });
  }
  const pretender = { ...former, isOwner: true };
  expect((await keysByMember(pretender)).size).toBe(0);
  expect(await keysToRotate(pretender, null)).toEqual([]);
});
