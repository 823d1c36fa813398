import { expect, test } from 'vitest';
import { revokeApiKey } from '@/lib/api-keys/change/revoke-api-key';
import { keepOldKey } from '@/lib/api-keys/rotation/keep-old-key';
import { retireAfterUse } from '@/lib/api-keys/rotation/retire-after-use';
import { rotateApiKey } from '@/lib/api-keys/rotation/rotate-api-key';
import type { RetireRule } from '@/lib/api-keys/rotation/rotation';
import { flushUsage } from '@/lib/api-keys/usage/flush-usage';
import { db } from '@/lib/database/client';
import { momentOf } from '@/tests/support/moment';
import { use } from '@/tests/support/usage';
import { makeApiKey, makeWorkspace } from '../../support/workspace';

const MINUTE_MS = 60_000;

async function makePair(retire: RetireRule = 'after-use') {
  const workspace = await makeWorkspace({ plan: 'free' });
  const { apiKey: old } = await makeApiKey(workspace);
  const { apiKey: next } = await rotateApiKey(workspace.owner, old.id, { retire });
  return { owner: workspace.owner, old: old.id, next: next.id };
}

const endOf = (id: string) =>
  db.apiKey.findUniqueOrThrow({
    where: { id },
    select: { retiresAt: true, retiresAfterUse: true },
  });

const ago = (ms: number) => Date.now() - ms;

/** Does something, and expects that the keys retire so many minutes after the moment of that. */
async function expectRetirement(ids: string[], minutes: number, act: () => Promise<unknown>) {
  const { isAfter } = await momentOf(act);
  for (const id of ids) {
    expect((await endOf(id)).retiresAt).toSatisfy(isAfter(minutes * MINUTE_MS));
  }
}

test('the old key retires an hour after the first request that the new one was accepted for', async () => {
  const { old, next } = await makePair();
  use(old);
  use(next, { status: 429 });
  await flushUsage();
  expect(await endOf(old)).toMatchObject({ retiresAfterUse: true });

  await expectRetirement([old], 60, async () => {
    use(next);
    await flushUsage();
  });
});

test('it is the first request that counts, not those after it', async () => {
  const { old, next } = await makePair();
  await expectRetirement([old], 50, () =>
    retireAfterUse([
      { apiKeyId: next, at: ago(MINUTE_MS) },
      { apiKeyId: next, at: ago(10 * MINUTE_MS) },
    ]),
  );
  const { retiresAt } = await endOf(old);
  await retireAfterUse([{ apiKeyId: next, at: ago(0) }]);
  await retireAfterUse([{ apiKeyId: next, at: ago(30 * MINUTE_MS) }]);
  expect((await endOf(old)).retiresAt).toEqual(retiresAt);
});

test('use never puts the end off, and changes no other rule', async () => {
  const soon = await makePair();
  const retiresAt = new Date(Date.now() + MINUTE_MS);
  await db.apiKey.update({ where: { id: soon.old }, data: { retiresAt } });
  const fixed = await makePair('7d');
  const before = await endOf(fixed.old);
  await retireAfterUse([soon.next, fixed.next].map((apiKeyId) => ({ apiKeyId, at: ago(0) })));
  expect((await endOf(soon.old)).retiresAt).toEqual(retiresAt);
  expect(await endOf(fixed.old)).toEqual(before);
});

test('a new key that was revoked, or given up, takes the old one along no more', async () => {
  const [revoked, kept] = [await makePair(), await makePair()];
  await revokeApiKey(revoked.owner, revoked.next);
  await keepOldKey(kept.owner, kept.old);
  const before = await endOf(revoked.old);
  await retireAfterUse([revoked.next, kept.next].map((apiKeyId) => ({ apiKeyId, at: ago(0) })));
  expect(await endOf(revoked.old)).toEqual(before);
  expect(await endOf(kept.old)).toEqual({ retiresAt: null, retiresAfterUse: false });
});

test('many instances may say so at once, while others give rotations up', async () => {
  const pairs: Awaited<ReturnType<typeof makePair>>[] = [];
  for (let made = 0; made < 8; made++) pairs.push(await makePair());
  const [givenUp, kept] = [pairs.slice(0, 4), pairs.slice(4)];
  const ids = kept.map(({ old }) => old);
  await expectRetirement(ids, 60, () => {
    const uses = pairs.map(({ next }) => ({ apiKeyId: next, at: ago(0) }));
    return Promise.all([
      ...Array.from({ length: 8 }, (_, index) =>
        retireAfterUse(index % 2 ? uses : [...uses].reverse()),
      ),
      ...givenUp.map(({ owner, old }) => keepOldKey(owner, old)),
    ]);
  });
  for (const { old } of givenUp) expect((await endOf(old)).retiresAt).toBeNull();
});

test('what could not be written is written by the next flush', async () => {
  const { old, next } = await makePair();
  await db.$executeRaw`alter table "ApiKeyUsage" rename to "ApiKeyUsageAway"`;
  await expectRetirement([old], 60, async () => {
    use(next);
    await flushUsage();
    await db.$executeRaw`alter table "ApiKeyUsageAway" rename to "ApiKeyUsage"`;
    await flushUsage();
  });
});
