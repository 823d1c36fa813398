import { expect, test } from 'vitest';
import type { Actor } from '@/lib/actor';
import { pauseApiKey } from '@/lib/api-keys/change/pause-api-key';
import { revokeApiKey } from '@/lib/api-keys/change/revoke-api-key';
import { updateApiKey } from '@/lib/api-keys/change/update-api-key';
import { db } from '@/lib/database/client';
import { databaseNow } from '@/lib/database/now';
import { inTransaction } from '@/lib/database/transaction';
import { lockWorkspace } from '@/lib/workspaces/workspace/lock-workspace';
import { send } from '../../support/api';
import { until } from '../../support/until';
import { makeApiKey, makeMember, makeUser, makeWorkspace } from '../../support/workspace';

const READ = ['invoices:read'];
const WRITE = ['invoices:read', 'invoices:write'];
const DAY_MS = 86_400_000;

const termsOf = (id: string) =>
  db.apiKey.findUniqueOrThrow({
    where: { id },
    select: { name: true, note: true, scopes: true, expiresAt: true },
  });

const eventsOf = (targetId: string) =>
  db.auditEvent.findMany({
    where: { targetId, action: 'api_key.updated' },
    orderBy: { createdAt: 'asc' },
    select: { userId: true, details: true },
  });

const dayIn = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

const statusOf = async (key: string, method = 'GET') => {
  const body = method === 'POST' ? { customer: 'Ada', currency: 'EUR', lines: [] } : undefined;
  return (await send('/api/invoices', { key, method, body })).status;
};

test.each([
  ['name', { name: '  Weekly export ' }, { name: 'Weekly export' }],
  ['note', { note: ' one\r\ntwo\rthree\n' }, { note: 'one\ntwo\nthree' }],
  ['access', { scopes: READ }, { scopes: READ }],
  ['expiry', { lastDay: dayIn(3) }, { expiresAt: new Date(`${dayIn(3)}T23:59:59.999Z`) }],
])('the Owner changes the %s alone', async (_, given, changed) => {
  const workspace = await makeWorkspace();
  const { apiKey } = await makeApiKey(workspace);
  const before = await termsOf(apiKey.id);
  expect(await updateApiKey(workspace.owner, apiKey.id, given)).toMatchObject({ isChanged: true });
  expect(await termsOf(apiKey.id)).toEqual({ ...before, ...changed });
});

test('narrower and wider access are so from the next request on', async () => {
  const workspace = await makeWorkspace();
  const { apiKey, secret } = await makeApiKey(workspace);
  expect(await statusOf(secret, 'POST')).toBe(422);
  await updateApiKey(workspace.owner, apiKey.id, { scopes: READ });
  const refused = await send('/api/invoices', { key: secret, method: 'POST', body: {} });
  expect(refused.status).toBe(403);
  expect(await refused.json()).toMatchObject({ code: 'insufficient_scope' });
  expect(await statusOf(secret)).toBe(200);
  await updateApiKey(workspace.owner, apiKey.id, { scopes: [...WRITE].reverse() });
  expect(await statusOf(secret, 'POST')).toBe(422);
  expect((await termsOf(apiKey.id)).scopes).toEqual(WRITE);
});

test('the expiry becomes earlier, later and never', async () => {
  const workspace = await makeWorkspace();
  const { apiKey } = await makeApiKey(workspace, { expiresInDays: 30 });
  const { id } = apiKey;
  for (const days of [7, 365] as const) {
    await updateApiKey(workspace.owner, id, { expiresInDays: days });
    const { expiresAt } = await termsOf(id);
    expect(Math.round((Number(expiresAt) - Date.now()) / DAY_MS)).toBe(days);
  }
  await updateApiKey(workspace.owner, id, { expiresInDays: null });
  expect((await termsOf(id)).expiresAt).toBeNull();
});

test('the audit log says what was before and what is now, and nothing when nothing changed', async () => {
  const workspace = await makeWorkspace();
  const { apiKey } = await makeApiKey(workspace);
  const { name, hint } = apiKey;
  const same = { name: ' Nightly export', note: ' ', scopes: WRITE, expiresInDays: null };
  for (const nothing of [{}, same]) {
    expect(await updateApiKey(workspace.owner, apiKey.id, nothing)).toEqual({
      name,
      isChanged: false,
    });
  }
  expect(await eventsOf(apiKey.id)).toEqual([]);

  const lastDay = dayIn(9);
  const given = { name: 'Other', note: 'Ask Uma', scopes: READ, lastDay };
  await updateApiKey(workspace.owner, apiKey.id, given);
  expect(await eventsOf(apiKey.id)).toEqual([
    {
      userId: workspace.owner.userId,
      details: {
        name,
        hint,
        from: { name, note: '', scopes: WRITE, expiresAt: null },
        to: {
          name: 'Other',
          note: 'Ask Uma',
          scopes: READ,
          expiresAt: `${lastDay}T23:59:59.999Z`,
        },
      },
    },
  ]);
});

test('of two who edit different things, each keeps what the other wrote', async () => {
  const workspace = await makeWorkspace();
  for (let round = 0; round < 5; round++) {
    const { apiKey } = await makeApiKey(workspace);
    await Promise.all([
      updateApiKey(workspace.owner, apiKey.id, { name: 'Renamed' }),
      updateApiKey(workspace.owner, apiKey.id, { note: 'Noted' }),
      updateApiKey(workspace.owner, apiKey.id, { scopes: READ }),
    ]);
    expect(await termsOf(apiKey.id)).toMatchObject({
      name: 'Renamed',
      note: 'Noted',
      scopes: READ,
    });
    expect(await eventsOf(apiKey.id)).toHaveLength(3);
  }
});

test('a paused key can be edited, and stays paused', async () => {
  const workspace = await makeWorkspace();
  const { apiKey, secret } = await makeApiKey(workspace);
  await pauseApiKey(workspace.owner, apiKey.id, { minutes: null });
  await updateApiKey(workspace.owner, apiKey.id, { name: 'Other', expiresInDays: 7 });
  expect(await statusOf(secret)).toBe(401);
});

test.each(['revokedAt', 'expiresAt', 'retiresAt'])(
  'a key that has ended is not edited: %s',
  async (column) => {
    const workspace = await makeWorkspace();
    const { apiKey } = await makeApiKey(workspace);
    const where = { id: apiKey.id };
    const now = await databaseNow();
    await db.apiKey.update({ where, data: { [column]: now }, select: { id: true } });
    const before = await termsOf(apiKey.id);
    const edit = updateApiKey(workspace.owner, apiKey.id, { name: 'Other', expiresInDays: null });
    await expect(edit).rejects.toMatchObject({ code: 'not_found' });
    expect(await termsOf(apiKey.id)).toEqual(before);
    expect(await eventsOf(apiKey.id)).toEqual([]);
  },
);

test('a key that expires while its edit waits has ended: its room may be taken by then', async () => {
  const workspace = await makeWorkspace();
  const { apiKey } = await makeApiKey(workspace);
  const end = new Date((await databaseNow()).getTime() + 300);
  const where = { id: apiKey.id };
  await db.apiKey.update({ where, data: { expiresAt: end }, select: { id: true } });

  let isHeld = false;
  let isAsked = false;
  const holder = inTransaction(async (tx) => {
    await lockWorkspace(tx, workspace.id);
    isHeld = true;
    await until(() => isAsked);
    await until(async () => (await databaseNow(tx)) > end);
  });
  await until(() => isHeld);
  const edit = updateApiKey(workspace.owner, apiKey.id, { expiresInDays: null });
  isAsked = true;
  await Promise.all([holder, expect(edit).rejects.toMatchObject({ code: 'not_found' })]);
  expect((await termsOf(apiKey.id)).expiresAt).toEqual(end);
});

test('a key that is edited and revoked at once is revoked', async () => {
  const workspace = await makeWorkspace();
  for (let round = 0; round < 5; round++) {
    const { apiKey, secret } = await makeApiKey(workspace);
    await Promise.allSettled([
      updateApiKey(workspace.owner, apiKey.id, { expiresInDays: null, scopes: READ }),
      revokeApiKey(workspace.owner, apiKey.id),
    ]);
    expect(await statusOf(secret)).toBe(401);
  }
});

test('nobody but the Owner of its workspace edits a key', async () => {
  const [workspace, other] = [await makeWorkspace(), await makeWorkspace()];
  const { apiKey } = await makeApiKey(workspace);
  const { id: apiKeyId, scopes } = apiKey;
  const before = await termsOf(apiKeyId);
  const actors: [Actor, string][] = [
    [other.owner, 'not_found'],
    [{ ...workspace.owner, userId: await makeUser() }, 'owner_required'],
    [await makeMember(workspace, 'ADMIN'), 'owner_required'],
    [await makeMember(workspace, 'USER'), 'owner_required'],
    [{ kind: 'apiKey', apiKeyId, workspaceId: workspace.id, scopes }, 'owner_required'],
  ];
  for (const [actor, code] of actors) {
    const edit = updateApiKey(actor, apiKeyId, { name: 'Taken' });
    await expect(edit).rejects.toMatchObject({ code });
  }
  expect(await termsOf(apiKeyId)).toEqual(before);
  for (const id of ['019aa000-0000-7000-8000-00000000ffff', 'nonsense', undefined, { not: '' }]) {
    const edit = updateApiKey(workspace.owner, id, { name: 'Taken' });
    await expect(edit).rejects.toMatchObject({ code: 'not_found' });
  }
});

// What is decided is in options.test.ts.
test.each([
  ['workspaceId', '019aa000-0000-7000-8000-00000000ffff'],
  ['revokedAt', null],
])('what no Owner decides is refused, by its name: %s', async (field, value) => {
  const workspace = await makeWorkspace();
  const { apiKey } = await makeApiKey(workspace);
  const before = await termsOf(apiKey.id);
  const edit = updateApiKey(workspace.owner, apiKey.id, { name: 'Other', [field]: value });
  await expect(edit).rejects.toMatchObject({
    code: 'validation_failed',
    details: { errors: [{ pointer: expect.stringMatching(`^#/${field}(/|$)`) }] },
  });
  expect(await termsOf(apiKey.id)).toEqual(before);
});

test('a note may be long, in any script, with lines and emoji', async () => {
  const workspace = await makeWorkspace();
  const { apiKey } = await makeApiKey(workspace);
  for (const note of ['🔑'.repeat(500), 'من: עברית\n\n\t- 株式会社', `${'x\n'.repeat(249)}xx`]) {
    await updateApiKey(workspace.owner, apiKey.id, { note });
    expect((await termsOf(apiKey.id)).note).toBe(note);
  }
  await updateApiKey(workspace.owner, apiKey.id, { note: '\u200b\n ' });
  expect((await termsOf(apiKey.id)).note).toBe('');
});
