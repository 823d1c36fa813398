import { expect, test } from 'vitest';
import {
  isLive,
  LIVE,
  liveAt,
  OPENS,
  onPauseAt,
  stateOf,
  TAKES_ROOM,
} from '@/lib/api-keys/model/state';
import { db, sql } from '@/lib/database/client';
import { databaseNow } from '@/lib/database/now';
import { makeApiKey, makeWorkspace } from '../../support/workspace';

const HOUR_MS = 3_600_000;
const SOONER = { past: -2, recent: -1, soon: 1 };

/** Every mixture of what can have happened to a key an hour or two ago, or will in an hour. */
function* mixtures(now: Date) {
  const at = (hours: number) => new Date(now.getTime() + hours * HOUR_MS);
  const times = [null, ...Object.values(SOONER).map(at)];
  for (const expiresAt of times) {
    for (const retiresAt of times) {
      for (const revokedAt of [null, at(-1)]) {
        for (const pausedUntil of times) {
          for (const pausedAt of pausedUntil ? [at(-3)] : [null, at(-3)]) {
            yield { expiresAt, retiresAt, revokedAt, pausedAt, pausedUntil };
          }
        }
      }
    }
  }
}

test('the database and the code agree about every key: what it is, and whether it opens the API', async () => {
  const workspace = await makeWorkspace();
  const { workspaceId } = workspace.owner;
  const now = await databaseNow();
  const terms = [...mixtures(now)];
  const rows = await db.apiKey.createManyAndReturn({
    data: terms.map((columns, index) => ({
      ...columns,
      workspaceId,
      name: 'Any',
      hint: 'sk_0000…0000',
      scopes: [],
      hash: Buffer.concat([
        Buffer.from(workspaceId.replaceAll('-', ''), 'hex'),
        Buffer.alloc(16, index),
      ]),
    })),
    omit: { hash: true },
  });
  expect(rows).toHaveLength(160);

  const idsInSql = async (name: string, predicate: string) => {
    const text = `select k."id" from "ApiKey" k where k."workspaceId" = $1 and ${predicate}`;
    const found = await sql<{ id: string }>({ name, text, values: [workspaceId] });
    return found.map(({ id }) => id).sort();
  };
  const idsOf = async (where: object) => {
    const found = await db.apiKey.findMany({
      where: { workspaceId, ...where },
      select: { id: true },
    });
    return found.map(({ id }) => id).sort();
  };
  const states = rows.map((row) => ({ id: row.id, state: stateOf(row, now) }));
  const withState = (wanted: (state: (typeof states)[number]['state']) => boolean) =>
    states
      .filter(({ state }) => wanted(state))
      .map(({ id }) => id)
      .sort();

  const opening = withState((state) => state === 'active' || state === 'rotating');
  expect(await idsInSql('opens-in-test', OPENS)).toEqual(opening);
  expect(await idsInSql('live-in-test', LIVE)).toEqual(withState(isLive));
  expect(await idsOf(liveAt(now))).toEqual(withState(isLive));
  expect(await idsOf(onPauseAt(now))).toEqual(withState((state) => state === 'paused'));
  expect(new Set(states.map(({ state }) => state)).size).toBe(6);
});

test('a paused key takes room, a key in rotation leaves its room to the new one until that ends', async () => {
  const workspace = await makeWorkspace();
  const now = await databaseNow();
  const takes = async (id: string) => {
    const [inSql] = await sql<{ takes: boolean }>({
      name: 'room-in-test',
      text: `select ${TAKES_ROOM} as "takes" from "ApiKey" k where k."id" = $1`,
      values: [id],
    });
    return inSql?.takes;
  };
  const change = (id: string, data: object) =>
    db.apiKey.update({ where: { id }, data, select: { id: true } });
  const [{ apiKey: old }, { apiKey: next }] = [
    await makeApiKey(workspace),
    await makeApiKey(workspace),
  ];
  await change(old.id, { pausedAt: now });
  expect(await takes(old.id)).toBe(true);

  await change(old.id, { retiresAt: new Date(now.getTime() + HOUR_MS) });
  await change(next.id, { replacesId: old.id });
  expect([await takes(old.id), await takes(next.id)]).toEqual([false, true]);
  for (const end of ['expiresAt', 'retiresAt', 'revokedAt']) {
    await change(next.id, { [end]: now });
    expect([await takes(old.id), await takes(next.id)]).toEqual([true, false]);
    await change(next.id, { [end]: null });
  }
  await change(next.id, { revokedAt: now });
  await change(old.id, { retiresAt: now });
  expect(await takes(old.id)).toBe(false);
});
