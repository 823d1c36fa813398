import { describe, expect, test } from 'vitest';
import { createApiKey } from '@/lib/api-keys/change/create-api-key';
import { updateApiKey } from '@/lib/api-keys/change/update-api-key';
import { countApiKeys } from '@/lib/api-keys/read/count-api-keys';
import { listApiKeys } from '@/lib/api-keys/read/list-api-keys';
import { rotateApiKey } from '@/lib/api-keys/rotation/rotate-api-key';
import { db } from '@/lib/database/client';
import { databaseNow } from '@/lib/database/now';
import { inTransaction } from '@/lib/database/transaction';
import { changeKeyLifetime } from '@/lib/workspaces/workspace/change-key-lifetime';
import { getSettings } from '@/lib/workspaces/workspace/get-settings';
import { until } from '@/tests/support/until';
import { makeApiKey, makeMember, makeWorkspace } from '@/tests/support/workspace';

const DAY_MS = 86_400_000;

/** @returns a workspace whose keys live 45 days at most */
async function withPolicy(maxKeyDays = '45') {
  const workspace = await makeWorkspace();
  await changeKeyLifetime(workspace.owner, { maxKeyDays });
  return workspace;
}

const lifeOf = ({ createdAt, expiresAt }: { createdAt: Date; expiresAt: Date | null }) =>
  expiresAt && (expiresAt.getTime() - createdAt.getTime()) / DAY_MS;

/** The day, so many days from now. */
const dayIn = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

const tooLong = (field: string) => ({
  code: 'validation_failed',
  details: { errors: [{ pointer: `#/${field}`, code: 'lives_too_long' }] },
});

const passed = (id: string, days: number) => db.$executeRaw`
  update "ApiKey" set "createdAt" = "createdAt" - ${days} * interval '1 day',
    "expiresAt" = "expiresAt" - ${days} * interval '1 day'
  where "id" = ${id}::uuid`;

describe('with a longest life of 45 days', () => {
  test('a new key has it unless less is chosen, and no key is created with more', async () => {
    const { owner } = await withPolicy();
    const { apiKey } = await createApiKey(owner, { name: 'By default' });
    expect(lifeOf(apiKey)).toBe(45);
    const { apiKey: shorter } = await createApiKey(owner, { name: 'Shorter', expiresInDays: 30 });
    expect(lifeOf(shorter)).toBe(30);
    await createApiKey(owner, { name: 'On a day', lastDay: dayIn(44) });
    for (const [field, value] of [
      ['expiresInDays', null],
      ['expiresInDays', 90],
      ['lastDay', dayIn(45)],
    ] as const) {
      const refused = createApiKey(owner, { name: 'Longer', [field]: value });
      await expect(refused).rejects.toMatchObject(tooLong(field));
    }
    expect((await listApiKeys(owner)).keys).toHaveLength(3);
    expect(await countApiKeys(owner)).toMatchObject({ lives_too_long: 0 });
  });

  test('an edit counts from when the key was created', async () => {
    const workspace = await withPolicy();
    const { owner } = workspace;
    const { apiKey } = await makeApiKey(workspace, { expiresInDays: 30 });
    await passed(apiKey.id, 20);
    const to = (input: object) => updateApiKey(owner, apiKey.id, input);
    await expect(to({ expiresInDays: 30 })).rejects.toMatchObject(tooLong('expiresInDays'));
    await expect(to({ expiresInDays: null })).rejects.toMatchObject(tooLong('expiresInDays'));
    await expect(to({ lastDay: dayIn(25) })).rejects.toMatchObject(tooLong('lastDay'));
    await to({ lastDay: dayIn(24) });
    await to({ expiresInDays: 7, name: 'Other' });
  });

  test('a rotation starts a new life, which is no longer than that either', async () => {
    const workspace = await makeWorkspace();
    const { owner } = workspace;
    const { apiKey: forEver } = await makeApiKey(workspace);
    const { apiKey: brief } = await makeApiKey(workspace, { expiresInDays: 7 });
    const { apiKey: yearly } = await makeApiKey(workspace, { expiresInDays: 365 });
    await changeKeyLifetime(owner, { maxKeyDays: '45' });
    const never = rotateApiKey(owner, forEver.id, { expiresInDays: null });
    await expect(never).rejects.toMatchObject(tooLong('expiresInDays'));
    const year = rotateApiKey(owner, forEver.id, { expiresInDays: 365 });
    await expect(year).rejects.toMatchObject(tooLong('expiresInDays'));

    expect(lifeOf((await rotateApiKey(owner, forEver.id, {})).apiKey)).toBe(45);
    expect(lifeOf((await rotateApiKey(owner, yearly.id, {})).apiKey)).toBe(45);
    await passed(brief.id, 6);
    const { apiKey: next } = await rotateApiKey(owner, brief.id, {});
    expect(lifeOf(next)).toBeCloseTo(1, 2);
  });

  test('keys that lived longer before stay, can be edited otherwise, and are found', async () => {
    const workspace = await makeWorkspace();
    const { owner } = workspace;
    const { apiKey } = await makeApiKey(workspace, { name: 'For ever' });
    await makeApiKey(workspace, { name: 'A year', expiresInDays: 365 });
    await makeApiKey(workspace, { name: 'A month', expiresInDays: 30 });
    expect(await countApiKeys(owner)).toMatchObject({ lives_too_long: 0 });
    await changeKeyLifetime(owner, { maxKeyDays: '45' });
    await updateApiKey(owner, apiKey.id, { name: 'Still for ever', note: 'Ask Uma' });
    const { keys } = await listApiKeys(owner, { state: 'lives_too_long', sort: 'name' });
    expect(keys.map(({ name }) => name)).toEqual(['A year', 'Still for ever']);
    await updateApiKey(owner, apiKey.id, { expiresInDays: 30 });
    expect(await countApiKeys(owner)).toMatchObject({ lives_too_long: 1 });
  });
});

test('a rotated key expires as its Owner chooses, and with the old key unless they do', async () => {
  const workspace = await makeWorkspace();
  const { owner } = workspace;
  const rotated = async (input: object) => {
    const { apiKey: old } = await makeApiKey(workspace, { expiresInDays: 7 });
    return { old, next: (await rotateApiKey(owner, old.id, input)).apiKey };
  };
  const same = await rotated({});
  expect(same.next.expiresAt).toEqual(same.old.expiresAt);
  expect(lifeOf((await rotated({ expiresInDays: 90 })).next)).toBe(90);
  expect((await rotated({ expiresInDays: null })).next.expiresAt).toBeNull();
  const { next } = await rotated({ lastDay: dayIn(3) });
  expect(next.expiresAt).toEqual(new Date(`${dayIn(3)}T23:59:59.999Z`));
  await expect(rotated({ lastDay: dayIn(-1) })).rejects.toMatchObject({
    details: { errors: [{ pointer: '#/lastDay', code: 'day_over' }] },
  });
});

test('a key that is created while the longest life changes has the new one', async () => {
  const workspace = await makeWorkspace();
  const { owner } = workspace;
  let isHeld = false;
  let isAsked = false;
  const change = inTransaction(async (tx) => {
    await changeKeyLifetime(owner, { maxKeyDays: '45' });
    isHeld = true;
    await until(() => isAsked);
    const soon = new Date((await databaseNow(tx)).getTime() + 200);
    await until(async () => (await databaseNow(tx)) > soon);
  });
  await until(() => isHeld);
  const create = createApiKey(owner, { name: 'A year', expiresInDays: 365 });
  isAsked = true;
  await Promise.all([change, expect(create).rejects.toMatchObject(tooLong('expiresInDays'))]);
  expect((await listApiKeys(owner)).keys).toEqual([]);
});

test('the Owner alone sets it, for this workspace, and what changes is recorded once', async () => {
  const workspace = await makeWorkspace();
  const other = await makeWorkspace();
  const { owner } = workspace;
  const admin = await makeMember(workspace, 'ADMIN');
  for (const actor of [admin, { ...admin, isOwner: true }]) {
    const refused = changeKeyLifetime(actor, { maxKeyDays: '1' });
    await expect(refused).rejects.toMatchObject({ code: 'owner_required' });
  }
  for (const maxKeyDays of [
    '0',
    '3651',
    '-1',
    '1.5',
    '1e3',
    'a week',
    ' 4 5',
    7,
    null,
    undefined,
  ]) {
    const refused = changeKeyLifetime(owner, { maxKeyDays });
    await expect(refused, String(maxKeyDays)).rejects.toMatchObject({ code: 'validation_failed' });
  }
  expect(await changeKeyLifetime(owner, { maxKeyDays: ' 90 ' })).toBe(90);
  expect(await changeKeyLifetime(owner, { maxKeyDays: '90' })).toBe(90);
  expect(await changeKeyLifetime(owner, { maxKeyDays: '' })).toBeNull();
  expect(await getSettings(other.owner)).toMatchObject({ maxKeyDays: null });
  const events = await db.auditEvent.findMany({
    where: { workspaceId: workspace.id, action: 'workspace.key_lifetime_changed' },
    orderBy: { id: 'asc' },
    select: { details: true },
  });
  expect(events).toEqual([
    { details: { from: null, to: 90 } },
    { details: { from: 90, to: null } },
  ]);
});
