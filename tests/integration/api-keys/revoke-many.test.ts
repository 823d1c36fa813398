import { expect, test } from 'vitest';
import type { Actor } from '@/lib/actor';
import { revokeApiKey } from '@/lib/api-keys/change/revoke-api-key';
import { revokeApiKeys } from '@/lib/api-keys/change/revoke-api-keys';
import { listChosenKeys } from '@/lib/api-keys/read/list-chosen-keys';
import { hashSecret } from '@/lib/api-keys/secret/secret';
import { opensNow } from '@/lib/api-keys/secret/verify';
import { flushUsage } from '@/lib/api-keys/usage/flush-usage';
import { db } from '@/lib/database/client';
import { use } from '@/tests/support/usage';
import { makeApiKey, makeMember, makeUser, makeWorkspace } from '../../support/workspace';

async function makeMany(count: number) {
  const workspace = await makeWorkspace({ plan: 'enterprise' });
  const made = [];
  for (let number = 0; number < count; number++) {
    made.push(await makeApiKey(workspace, { name: `Key ${number}` }));
  }
  return { workspace, made, ids: made.map(({ apiKey }) => apiKey.id) };
}

const works = async (secret: string) => await opensNow(hashSecret(secret) ?? '');

const countRevoked = (ids: string[]) =>
  db.apiKey.count({ where: { id: { in: ids }, revokedAt: { not: null } } });

const countEvents = (workspaceId: string) =>
  db.auditEvent.count({ where: { workspaceId, action: 'api_key.revoked' } });

test('chosen keys are revoked, each with its audit event, and no others', async () => {
  const { workspace, made, ids } = await makeMany(4);
  expect(await revokeApiKeys(workspace.owner, { ids: ids.slice(0, 3) })).toBe(3);
  expect(await Promise.all(made.map(({ secret }) => works(secret)))).toEqual([
    false,
    false,
    false,
    true,
  ]);
  const events = await db.auditEvent.findMany({
    where: { workspaceId: workspace.id, action: 'api_key.revoked' },
    orderBy: { targetId: 'asc' },
  });
  expect(events).toEqual(
    made.slice(0, 3).map(({ apiKey: { id, name, hint } }) =>
      expect.objectContaining({
        targetId: id,
        userId: workspace.owner.userId,
        details: { name, hint },
      }),
    ),
  );
});

test('from ten on, their number is typed', async () => {
  const { workspace, ids } = await makeMany(10);
  for (const typed of ['', '9', '010', 'ten', undefined]) {
    const input = { ids, ...(typed !== undefined && { typed }) };
    await expect(revokeApiKeys(workspace.owner, input)).rejects.toMatchObject({
      details: { errors: [{ pointer: '#/typed', code: 'other_number' }] },
    });
  }
  // Naming one of nine twice does not make ten of them.
  const twice = [...ids.slice(0, 9), ids[0]];
  expect(await countRevoked(ids)).toBe(0);
  expect(await revokeApiKeys(workspace.owner, { ids: twice })).toBe(9);
  expect(await revokeApiKeys(workspace.owner, { ids, typed: ' 10 ' })).toBe(1);
  expect(await countEvents(workspace.id)).toBe(10);
});

test('with a key of another workspace among them, nothing is touched and nothing told', async () => {
  const own = await makeMany(2);
  const other = await makeMany(1);
  // Even if both belong to one person.
  const { userId: ownerId } = own.workspace.owner;
  await db.workspace.update({ where: { id: other.workspace.id }, data: { ownerId } });
  const never = '019aa000-0000-7000-8000-00000000ffff';
  for (const foreign of [other.ids[0], never]) {
    const refusals = await Promise.all(
      [
        revokeApiKeys(own.workspace.owner, { ids: [...own.ids, foreign] }),
        listChosenKeys(own.workspace.owner, [...own.ids, foreign]),
      ].map((one) =>
        one.then(
          () => null,
          (error) => error,
        ),
      ),
    );
    for (const refusal of refusals) expect(refusal).toMatchObject({ code: 'not_found' });
  }
  expect(await countRevoked([...own.ids, ...other.ids])).toBe(0);
  expect(await countEvents(own.workspace.id)).toBe(0);
});

test('who is not the Owner, or was a moment ago, revokes nothing', async () => {
  const { workspace, ids } = await makeMany(1);
  const [id] = ids as [string];
  const key: Actor = { kind: 'apiKey', apiKeyId: id, workspaceId: workspace.id, scopes: [] };
  for (const actor of [await makeMember(workspace, 'ADMIN'), key]) {
    await expect(revokeApiKeys(actor, { ids })).rejects.toMatchObject({ code: 'owner_required' });
    await expect(listChosenKeys(actor, ids)).rejects.toMatchObject({ code: 'owner_required' });
  }
  await db.workspace.update({ where: { id: workspace.id }, data: { ownerId: await makeUser() } });
  await expect(revokeApiKeys(workspace.owner, { ids })).rejects.toMatchObject({
    code: 'owner_required',
  });
  expect(await countRevoked(ids)).toBe(0);
});

test.each([
  ['none', []],
  ['201', Array.from({ length: 201 }, () => '019aa000-0000-7000-8000-00000000ffff')],
  ['text', ['nonsense']],
  ['an operator', { not: '' }],
  ['nothing', undefined],
])('%s as the ids is refused', async (_, ids) => {
  const { owner } = await makeWorkspace();
  await expect(revokeApiKeys(owner, { ids })).rejects.toMatchObject({ code: 'validation_failed' });
  await expect(listChosenKeys(owner, ids)).rejects.toMatchObject({ code: 'not_found' });
});

test('if one audit event cannot be written, no key is revoked', async () => {
  const { workspace, ids } = await makeMany(3);
  await db.$executeRawUnsafe(
    `alter table "AuditEvent" add constraint "no_${ids[1]}" check ("targetId" <> '${ids[1]}') not valid`,
  );
  await expect(revokeApiKeys(workspace.owner, { ids })).rejects.toThrow();
  expect(await countRevoked(ids)).toBe(0);
  expect(await countEvents(workspace.id)).toBe(0);
});

test('at once with single revocations, with itself and with usage being written, each is revoked once', async () => {
  const { workspace, ids } = await makeMany(9);
  for (const apiKeyId of ids) use(apiKeyId);
  await Promise.all([
    revokeApiKeys(workspace.owner, { ids }),
    revokeApiKeys(workspace.owner, { ids: [...ids].reverse() }),
    flushUsage(),
    ...ids.slice(3, 6).map((id) => revokeApiKey(workspace.owner, id)),
  ]);
  expect(await countRevoked(ids)).toBe(9);
  expect(await countEvents(workspace.id)).toBe(9);
});

test('what is shown before is what is still live, newest first', async () => {
  const { workspace, ids } = await makeMany(3);
  await revokeApiKey(workspace.owner, ids[1]);
  const keys = await listChosenKeys(workspace.owner, ids);
  expect(keys.map(({ id }) => id)).toEqual([ids[2], ids[0]]);
  expect(JSON.stringify(keys)).not.toContain('hash');
});
