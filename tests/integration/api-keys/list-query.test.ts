import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { revokeApiKey } from '@/lib/api-keys/change/revoke-api-key';
import { countApiKeys, SAFETY_FILTERS } from '@/lib/api-keys/read/count-api-keys';
import { findBySecret } from '@/lib/api-keys/read/find-by-secret';
import { listApiKeys } from '@/lib/api-keys/read/list-api-keys';
import { KEY_FILTERS, KEY_SORT_NAMES } from '@/lib/api-keys/read/list-query';
import { db } from '@/lib/database/client';
import { changeKeyLifetime } from '@/lib/workspaces/workspace/change-key-lifetime';
import type { Prisma } from '@/prisma/generated/client';
import { makeApiKey, makeUser, makeWorkspace, type TestWorkspace } from '../../support/workspace';

type Row = Partial<Prisma.ApiKeyUncheckedCreateInput>;

const DAY_MS = 86_400_000;
const days = (count: number) => new Date(Date.now() + count * DAY_MS);

/** Inserts keys as they would be after a while, all at once. */
function insert({ owner }: TestWorkspace, rows: Row[]) {
  return db.apiKey.createMany({
    data: rows.map((row) => ({
      workspaceId: owner.workspaceId,
      createdById: owner.userId,
      name: 'Nightly export',
      hint: 'sk_0000…ffff',
      scopes: ['invoices:read'],
      hash: randomBytes(32),
      ...row,
    })),
  });
}

const namesOf = async ({ owner }: TestWorkspace, query: object) =>
  (await listApiKeys(owner, query)).keys.map(({ name }) => name);

/** All names of a list, page by page. */
async function namesOnAll({ owner }: TestWorkspace, query: object, limit: number) {
  const names: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await listApiKeys(owner, { ...query, ...(cursor && { cursor }) }, limit);
    expect(page.keys.length).toBeLessThanOrEqual(limit);
    names.push(...page.keys.map(({ name }) => name));
    cursor = page.nextCursor;
  }
  return names;
}

test('who owns two workspaces sees the keys of the chosen one alone', async () => {
  const [own, other] = [await makeWorkspace(), await makeWorkspace()];
  const { userId } = own.owner;
  const { apiKey } = await makeApiKey(own);
  const { secret } = await makeApiKey(other);
  await db.workspace.update({ where: { id: other.id }, data: { ownerId: userId } });
  const page = await listApiKeys(own.owner, { state: 'all' }, 1);
  expect(page.keys.map(({ id }) => id)).toEqual([apiKey.id]);
  expect(page.nextCursor).toBeNull();
  expect(await countApiKeys(own.owner)).toMatchObject({ all: 1, never_used: 1 });
  expect(await findBySecret(own.owner, secret)).toBeNull();
  expect(await findBySecret({ ...other.owner, userId }, secret)).not.toBeNull();
});

describe('filters', () => {
  const KEYS: Record<string, Row> = {
    plain: { lastUsedAt: days(-1), expiresAt: days(100) },
    'in a week': { lastUsedAt: days(-1), expiresAt: days(7) },
    'in 15 days': { lastUsedAt: days(-1), expiresAt: days(15) },
    'for ever': { lastUsedAt: days(-89) },
    unused: { expiresAt: days(100) },
    idle: { lastUsedAt: days(-91), expiresAt: days(100) },
    rotating: { lastUsedAt: days(-1), expiresAt: days(100), retiresAt: days(1) },
    paused: { lastUsedAt: days(-1), expiresAt: days(100), pausedAt: days(-1) },
    'paused for now': {
      lastUsedAt: days(-1),
      expiresAt: days(100),
      pausedAt: days(-1),
      pausedUntil: days(1),
    },
    resumed: {
      lastUsedAt: days(-1),
      expiresAt: days(100),
      pausedAt: days(-2),
      pausedUntil: days(-1),
    },
    foreign: { lastUsedAt: days(-1), expiresAt: days(100), createdById: null },
    'too long': { lastUsedAt: days(-1), expiresAt: days(401) },
    elsewhere: { lastUsedAt: days(-1), expiresAt: days(100), newPlaceAddress: '203.0.113.7' },
    'foreign and gone': { createdById: null, revokedAt: days(-1) },
    expired: { expiresAt: days(-1) },
    retired: { retiresAt: days(-1) },
    revoked: { revokedAt: days(-1) },
  };
  const ENDED = ['foreign and gone', 'expired', 'retired', 'revoked'];
  const LIVE = Object.keys(KEYS).filter((name) => !ENDED.includes(name));
  const EXPECTED: Record<(typeof KEY_FILTERS)[number], string[]> = {
    active: LIVE,
    expiring: ['in a week'],
    never_expires: ['for ever'],
    never_used: ['unused'],
    idle: ['idle'],
    rotating: ['rotating'],
    paused: ['paused', 'paused for now'],
    known_to_others: ['foreign'],
    somewhere_new: ['elsewhere'],
    lives_too_long: ['for ever', 'too long'],
    ended: ENDED,
    all: Object.keys(KEYS),
  };

  test('each lists what it names, and what is counted is what is listed', async () => {
    const [workspace, other] = [await makeWorkspace(), await makeWorkspace()];
    const rows = Object.entries(KEYS).map(([name, row]) => ({ ...row, name }));
    await insert(workspace, rows);
    await insert(other, rows);
    await changeKeyLifetime(workspace.owner, { maxKeyDays: '400' });
    const counts = await countApiKeys(workspace.owner);
    for (const state of KEY_FILTERS) {
      expect((await namesOf(workspace, { state })).sort(), state).toEqual(
        [...EXPECTED[state]].sort(),
      );
    }
    for (const name of [...SAFETY_FILTERS, 'ended', 'all'] as const) {
      expect(counts[name], name).toBe(EXPECTED[name].length);
    }
    expect(await countApiKeys(workspace.owner, { q: 'RET' })).toMatchObject({ all: 17, ended: 1 });
  });

  test('a key is foreign to whoever did not generate it, a new Owner too', async () => {
    const workspace = await makeWorkspace();
    await makeApiKey(workspace);
    expect(await countApiKeys(workspace.owner)).toMatchObject({ known_to_others: 0 });
    const userId = await makeUser();
    await db.workspace.update({ where: { id: workspace.id }, data: { ownerId: userId } });
    const heir = { ...workspace.owner, userId };
    expect(await countApiKeys(heir)).toMatchObject({ known_to_others: 1 });
    expect((await listApiKeys(heir, { state: 'known_to_others' })).keys).toHaveLength(1);
  });
});

describe('order and pages', () => {
  const MADE: Row[] = [
    { name: 'beta', createdAt: days(-3), lastUsedAt: days(-1) },
    { name: 'Alpha', createdAt: days(-2) },
    { name: 'gamma', createdAt: days(-1), lastUsedAt: days(-2) },
    { name: 'alpha', createdAt: days(-1), lastUsedAt: days(-2) },
    { name: 'Ñandú', createdAt: days(-4) },
  ];

  test.each(KEY_SORT_NAMES)('%s: no page shows a key twice, and none is left out', async (sort) => {
    const workspace = await makeWorkspace();
    await insert(workspace, MADE);
    const once = await namesOf(workspace, { sort });
    for (const limit of [1, 2, 4, 5]) {
      expect(await namesOnAll(workspace, { sort }, limit)).toEqual(once);
    }
    const lower = once.map((name) => name.toLowerCase());
    if (sort === 'name') expect(lower).toEqual(['alpha', 'alpha', 'beta', 'gamma', 'ñandú']);
    if (sort === 'created_at') expect(once.slice(0, 3)).toEqual(['Ñandú', 'beta', 'Alpha']);
    if (sort === '-last_used_at') expect(once[0]).toBe('beta');
    if (sort === 'last_used_at') expect(lower.slice(0, 2).sort()).toEqual(['alpha', 'ñandú']);
  });

  test('rows that come and go between two pages shift nothing', async () => {
    const workspace = await makeWorkspace();
    await insert(workspace, MADE);
    const first = await listApiKeys(workspace.owner, {}, 2);
    await insert(workspace, [{ name: 'new', createdAt: days(0) }]);
    await revokeApiKey(workspace.owner, first.keys[0]?.id);
    const { keys } = await listApiKeys(workspace.owner, { cursor: first.nextCursor }, 5);
    expect(keys.map(({ name }) => name)).toEqual(['Alpha', 'beta', 'Ñandú']);
  });

  test('a cursor of another workspace shows no key of that workspace', async () => {
    const [own, other] = [await makeWorkspace(), await makeWorkspace()];
    await insert(own, [{ name: 'mine', createdAt: days(-9) }]);
    await insert(other, MADE);
    const { nextCursor: cursor } = await listApiKeys(other.owner, {}, 2);
    expect(await namesOf(own, { cursor })).toEqual(['mine']);
  });

  test.each(['x', '', 'e30', 'x'.repeat(3_000)])('the cursor “%s” is refused', async (cursor) => {
    const { owner } = await makeWorkspace();
    await expect(listApiKeys(owner, { cursor })).rejects.toMatchObject({
      details: { errors: [{ parameter: 'cursor' }] },
    });
  });
});

describe('search', () => {
  const NAMES = [
    'Nightly export',
    '100%',
    '100 and more',
    'a_b',
    'axb',
    'back\\slash',
    '🔑 emoji',
    'caf\u00e9 1',
    'cafe\u0301 2',
  ];

  test.each([
    ['nightly', ['Nightly export']],
    ['NIGHTLY EX', ['Nightly export']],
    ['  export ', ['Nightly export']],
    ['0%', ['100%']],
    ['%', ['100%']],
    ['a_b', ['a_b']],
    ['_', ['a_b']],
    ['sk', []],
    ['\\', ['back\\slash']],
    ['k\\s', ['back\\slash']],
    ['🔑', ['🔑 emoji']],
    ['caf\u00e9', ['cafe\u0301 2', 'caf\u00e9 1']],
    ['cafe\u0301', ['cafe\u0301 2', 'caf\u00e9 1']],
    ['مفتاح', ['مفتاح الفواتير']],
    ['שלום', []],
    ["' or true --", []],
  ])('“%s” is taken as it is written', async (q, found) => {
    const workspace = await makeWorkspace();
    const names = [...NAMES, 'مفتاح الفواتير'];
    await insert(
      workspace,
      names.map((name) => ({ name })),
    );
    expect(await namesOf(workspace, { q })).toEqual(found);
  });

  test.each(['a1b2', 'A1B2', '9f0e', 'sk_a1b2…9f0e', 'sk_a1b2...9f0e', 'sk_a1', 'b2…9f'])(
    'the hint is found by “%s”',
    async (q) => {
      const workspace = await makeWorkspace();
      await insert(workspace, [{ name: 'Here', hint: 'sk_a1b2…9f0e' }, { name: 'Not' }]);
      expect(await namesOf(workspace, { q })).toEqual(['Here']);
    },
  );

  test('it finds a key of this workspace alone, on whichever page it would be', async () => {
    const [own, other] = [await makeWorkspace(), await makeWorkspace()];
    const many = Array.from({ length: 120 }, (_, index) => ({ name: `Key ${index}` }));
    await insert(own, [{ name: 'The one', createdAt: days(-9) }, ...many]);
    await insert(other, [{ name: 'The one' }]);
    expect(await namesOf(own, {})).toHaveLength(20);
    const { keys } = await listApiKeys(own.owner, { q: 'the one' });
    expect(keys.map(({ workspaceId }) => workspaceId)).toEqual([own.id]);
    expect(await namesOnAll(own, { q: 'key' }, 50)).toHaveLength(120);
  });

  test.each([
    ['of 10,000 characters', 'x'.repeat(10_000)],
    ['of emoji without end', '🔑'.repeat(201)],
    ['with a null byte', 'a\0b'],
    ['with marks that reorder text', 'a\u202eb'],
    ['with half a character', 'a\ud83d'],
    ['that is an operator', { contains: '' }],
    ['with a key in it', `my sk_${'0a'.repeat(32)}`],
    ['with most of a key in it', `SK_${'0A'.repeat(20)}`],
    ['with a key that has lost its start', '0a'.repeat(32)],
  ])('a text %s is refused, and not repeated', async (_, q) => {
    const { owner } = await makeWorkspace();
    for (const read of [listApiKeys, countApiKeys]) {
      const error = await read(owner, { q }).then(
        () => null,
        (refusal) => refusal,
      );
      expect(error).toMatchObject({ details: { errors: [{ parameter: 'q' }] } });
      expect(JSON.stringify(error)).not.toContain('0a0a0a');
    }
  });

  test.each([{ state: 'gone' }, { sort: 'hash' }, { sort: 'id; drop table' }, { of: 'x' }])(
    '%j is refused',
    async (query) => {
      const { owner } = await makeWorkspace();
      await expect(listApiKeys(owner, query)).rejects.toMatchObject({
        code: 'validation_failed',
        details: { errors: [{ parameter: Object.keys(query)[0] }] },
      });
    },
  );
});

describe('by the key itself', () => {
  test('it is found wherever it stands in the text, live or ended', async () => {
    const workspace = await makeWorkspace();
    const { apiKey, secret } = await makeApiKey(workspace);
    for (const text of [
      secret,
      ` ${secret}\n`,
      `ZENDRHAX_API_KEY="${secret}"`,
      `Bearer ${secret}`,
    ]) {
      expect(await findBySecret(workspace.owner, text)).toBe(apiKey.id);
    }
    await revokeApiKey(workspace.owner, apiKey.id);
    expect(await findBySecret(workspace.owner, secret)).toBe(apiKey.id);
  });

  test('another workspace’s key, and what is no key, is nobody’s', async () => {
    const [own, other] = [await makeWorkspace(), await makeWorkspace()];
    const { secret } = await makeApiKey(other);
    await makeApiKey(own);
    for (const text of [secret, `sk_${'0'.repeat(64)}`, secret.slice(0, -1), `${secret}0`, '']) {
      expect(await findBySecret(own.owner, text)).toBeNull();
    }
    await expect(findBySecret(own.owner, { not: '' })).rejects.toMatchObject({
      code: 'validation_failed',
    });
  });
});
