import { expect, test } from 'vitest';
import type { db } from '@/lib/database/client';
import { isOutage } from '@/lib/database/outage';
import { inTransaction } from '@/lib/database/transaction';
import { makeWorkspace } from '../../support/workspace';

const hold = (tx: Pick<typeof db, '$executeRaw'>, id: string) =>
  tx.$executeRaw`update "Workspace" set "name" = "name" where "id" = ${id}::uuid`;

/** Each holds what the other one wants: the database ends one of them. */
async function holdBoth(first: string, second: string, meet: () => Promise<void>) {
  let tries = 0;
  await inTransaction(async (tx) => {
    tries++;
    await hold(tx, first);
    if (tries === 1) await meet();
    await hold(tx, second);
  });
  return tries;
}

/** Resolves for each of two callers once both have come. */
function meeting(): () => Promise<void> {
  let leave = () => {};
  const both = new Promise<void>((done) => {
    leave = done;
  });
  let waiting = 0;
  return () => {
    waiting++;
    if (waiting === 2) leave();
    return both;
  };
}

test('of two changes that deadlock, the one that the database ends is done again', async () => {
  const one = await makeWorkspace();
  const other = await makeWorkspace();
  const meet = meeting();
  const tries = await Promise.all([
    holdBoth(one.id, other.id, meet),
    holdBoth(other.id, one.id, meet),
  ]);
  expect(tries.toSorted()).toEqual([1, 2]);
});

test('a change that loses its race again and again is an outage, which the API answers with 503', async () => {
  let tries = 0;
  const failure = await inTransaction(async (tx) => {
    tries++;
    await tx.$executeRaw`do $$ begin raise exception 'lost' using errcode = '40001'; end $$`;
  }).catch((error: unknown) => error);
  expect(tries).toBe(3);
  expect(isOutage(failure)).toBe(true);
});
