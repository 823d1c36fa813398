import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { revokeApiKey } from '@/lib/api-keys/change/revoke-api-key';
import { countApiKeys } from '@/lib/api-keys/read/count-api-keys';
import { listMatchingKeys } from '@/lib/api-keys/read/list-chosen-keys';
import { type KeyRows, listKeyRows } from '@/lib/api-keys/read/list-key-rows';
import { KEY_SORT_NAMES } from '@/lib/api-keys/read/list-query';
import { rotateApiKey } from '@/lib/api-keys/rotation/rotate-api-key';
import { db } from '@/lib/database/client';
import { makeApiKey, makeMember, makeWorkspace, type TestWorkspace } from '../../support/workspace';

const DAY_MS = 86_400_000;

/** Inserts keys that are a day apart, the first one the oldest. */
const insert = ({ owner }: TestWorkspace, names: string[]) =>
  db.apiKey.createMany({
    data: names.map((name, index) => ({
      id: randomUUID(),
      workspaceId: owner.workspaceId,
      createdById: owner.userId,
      createdAt: new Date(Date.now() - (names.length - index) * DAY_MS),
      name,
      hint: 'sk_0000…ffff',
      scopes: ['invoices:read'],
      hash: randomBytes(32),
    })),
  });

const many = (count: number) => Array.from({ length: count }, (_, index) => `Key ${index}`);
const namesOf = ({ rows }: KeyRows) => rows.map(({ apiKey }) => apiKey.name);

describe('pages', () => {
  test('each says which part of the list it is, forwards and backwards', async () => {
    const workspace = await makeWorkspace();
    await insert(workspace, many(45));
    const { owner } = workspace;
    const first = await listKeyRows(owner);
    expect(first).toMatchObject({ first: 1, total: 45, previousCursor: null });
    expect(namesOf(first)[0]).toBe('Key 44');
    const second = await listKeyRows(owner, { cursor: first.nextCursor });
    expect(second).toMatchObject({ first: 21, total: 45 });
    const third = await listKeyRows(owner, { cursor: second.nextCursor });
    expect(third).toMatchObject({ first: 41, total: 45, nextCursor: null });
    expect(third.rows).toHaveLength(5);
    const back = await listKeyRows(owner, { cursor: third.previousCursor, from: 'end' });
    expect(back).toMatchObject({ ...second, rows: expect.anything() });
    expect(namesOf(back)).toEqual(namesOf(second));
    const last = await listKeyRows(owner, { from: 'end' });
    expect(last).toMatchObject({ first: 26, total: 45, nextCursor: null });
    expect(namesOf(last).at(-1)).toBe('Key 0');
  });

  test.each(KEY_SORT_NAMES)('%s: all pages backwards are all pages forwards', async (sort) => {
    const workspace = await makeWorkspace();
    await insert(workspace, [...many(30), ...many(30)]);
    const { owner } = workspace;
    const forwards = [await listKeyRows(owner, { sort })];
    for (let page = forwards[0]; page?.nextCursor; ) {
      page = await listKeyRows(owner, { sort, cursor: page.nextCursor });
      forwards.push(page);
    }
    const backwards = [await listKeyRows(owner, { sort, from: 'end' })];
    for (let page = backwards[0]; page?.previousCursor; ) {
      page = await listKeyRows(owner, { sort, from: 'end', cursor: page.previousCursor });
      backwards.unshift(page);
    }
    expect(forwards.flatMap(namesOf)).toHaveLength(60);
    expect(backwards.flatMap(namesOf)).toEqual(forwards.flatMap(namesOf));
  });

  test('a page has as many rows as are asked for, out of three numbers', async () => {
    const workspace = await makeWorkspace();
    await insert(workspace, many(60));
    expect((await listKeyRows(workspace.owner, { size: '50' })).rows).toHaveLength(50);
    expect((await listKeyRows(workspace.owner, { size: '100' })).rows).toHaveLength(60);
    for (const query of [{ size: '1000' }, { size: '0' }, { from: 'start' }]) {
      await expect(listKeyRows(workspace.owner, query)).rejects.toMatchObject({
        details: { errors: [{ parameter: Object.keys(query)[0] }] },
      });
    }
  });

  test('an empty list has no place', async () => {
    const { owner } = await makeWorkspace();
    expect(await listKeyRows(owner)).toEqual({
      rows: [],
      first: 0,
      total: 0,
      nextCursor: null,
      previousCursor: null,
    });
  });
});

describe('a rotation', () => {
  async function makePair() {
    const workspace = await makeWorkspace();
    const { apiKey: old } = await makeApiKey(workspace, { name: 'Nightly' });
    const { apiKey } = await rotateApiKey(workspace.owner, old.id, { retire: '24h' });
    const hintOf = async (id: string) =>
      (await db.apiKey.findUniqueOrThrow({ where: { id }, select: { hint: true } })).hint;
    return { workspace, old, next: apiKey, hintOf };
  }

  test('is one row, found by either key, in every state and order', async () => {
    const { workspace, old, next, hintOf } = await makePair();
    await makeApiKey(workspace, { name: 'Alone' });
    for (const sort of KEY_SORT_NAMES) {
      for (const state of ['active', 'all']) {
        const { rows, total } = await listKeyRows(workspace.owner, { sort, state });
        expect(total).toBe(2);
        const pairs = rows.filter((row) => row.old);
        expect(pairs.map((row) => [row.old?.id, row.apiKey.id])).toEqual([[old.id, next.id]]);
      }
    }
    for (const q of [await hintOf(old.id), await hintOf(next.id), 'nightly']) {
      const { rows, total } = await listKeyRows(workspace.owner, { q });
      expect(rows.map((row) => [row.old?.id, row.apiKey.id])).toEqual([[old.id, next.id]]);
      expect(total).toBe(1);
    }
  });

  test('is two keys again once one of them has ended', async () => {
    const { workspace, old, next } = await makePair();
    await revokeApiKey(workspace.owner, next.id);
    const { rows } = await listKeyRows(workspace.owner, { state: 'all' });
    expect(rows.map((row) => row.old)).toEqual([null, null]);
    const live = await listKeyRows(workspace.owner);
    expect(live.rows.map(({ apiKey }) => apiKey.id)).toEqual([old.id]);
    expect(await countApiKeys(workspace.owner)).toMatchObject({ all: 2, live: 1, ended: 1 });
  });
});

test('all that match are the live keys that the list has, of this workspace alone', async () => {
  const [own, other] = [await makeWorkspace(), await makeWorkspace()];
  const gone = await makeApiKey(own, { name: 'Key gone' });
  await revokeApiKey(own.owner, gone.apiKey.id);
  await insert(own, [...many(25), 'Other']);
  await insert(other, many(3));
  const found = await listMatchingKeys(own.owner, { q: 'key', state: 'all' });
  expect(found).toHaveLength(25);
  expect(new Set(found.map(({ workspaceId }) => workspaceId))).toEqual(new Set([own.id]));
  expect(await countApiKeys(own.owner, { q: 'key', state: 'all' })).toMatchObject({
    live: 25,
    matching: 26,
  });
  expect(await listMatchingKeys(own.owner, { q: 'nowhere' })).toEqual([]);
});

test.each([listKeyRows, listMatchingKeys])('%o is for the Owner', async (read) => {
  const workspace = await makeWorkspace();
  const admin = await makeMember(workspace, 'ADMIN');
  await expect(read(admin, {})).rejects.toMatchObject({ code: 'owner_required' });
});

test('a list of an Owner who is none any more is empty', async () => {
  const [own, other] = [await makeWorkspace(), await makeWorkspace()];
  await insert(own, many(2));
  const { total } = await listKeyRows({ ...own.owner, userId: other.owner.userId });
  expect(total).toBe(0);
});
