import { expect, test } from 'vitest';
import { db } from '@/lib/database/client';
import { changeTimeZone } from '@/lib/workspaces/workspace/change-time-zone';
import { getSettings } from '@/lib/workspaces/workspace/get-settings';
import { makeMember, makeWorkspace } from '../../support/workspace';

const recorded = (workspaceId: string) =>
  db.auditEvent.findMany({
    where: { workspaceId, action: 'workspace.time_zone_changed' },
    select: { userId: true, targetId: true, details: true },
  });

test('a workspace is in UTC until its Owner says otherwise, which is recorded', async () => {
  const { id, owner } = await makeWorkspace();
  expect(await getSettings(owner)).toMatchObject({ timeZone: 'UTC' });
  await changeTimeZone(owner, { timeZone: 'America/Santiago' });
  await changeTimeZone(owner, { timeZone: 'America/Santiago' });
  expect(await getSettings(owner)).toMatchObject({ timeZone: 'America/Santiago' });
  const details = { from: 'UTC', to: 'America/Santiago' };
  expect(await recorded(id)).toEqual([{ userId: owner.userId, targetId: id, details }]);
});

test('nobody else changes it, and one workspace does not change with another', async () => {
  const workspace = await makeWorkspace();
  const other = await makeWorkspace();
  const admin = await makeMember(workspace, 'ADMIN');
  const formerOwner = { ...admin, isOwner: true };
  for (const actor of [admin, formerOwner]) {
    const refused = changeTimeZone(actor, { timeZone: 'Asia/Tokyo' });
    await expect(refused).rejects.toMatchObject({ code: 'owner_required' });
  }
  await changeTimeZone(other.owner, { timeZone: 'Asia/Tokyo' });
  expect(await getSettings(workspace.owner)).toMatchObject({ timeZone: 'UTC' });
  expect(await recorded(workspace.id)).toEqual([]);
});

test.each<unknown>([
  ...[
    '',
    'utc',
    'Asia/Atlantis',
    'EST',
    '+02:00',
    'Etc/GMT+2',
    'Asia/Calcutta',
    '../../etc/passwd',
  ],
  ...[null, 7, { not: '' }, ['UTC'], undefined],
])('the time zone %j is refused', async (timeZone) => {
  const { owner } = await makeWorkspace();
  const refused = changeTimeZone(owner, { timeZone });
  await expect(refused).rejects.toMatchObject({ code: 'validation_failed' });
  expect(await getSettings(owner)).toMatchObject({ timeZone: 'UTC' });
});

test('twenty changes in an hour are enough', async () => {
  const { owner } = await makeWorkspace();
  for (let times = 0; times < 20; times++) {
    await changeTimeZone(owner, { timeZone: times % 2 ? 'UTC' : 'Asia/Tokyo' });
  }
  const once = changeTimeZone(owner, { timeZone: 'Europe/Madrid' });
  await expect(once).rejects.toMatchObject({ code: 'rate_limited' });
});
