import { type Actor, assertOwner } from '@/lib/actor';
import { chosenIds, MOST_CHOSEN } from '@/lib/api-keys/change/chosen';
import { type ApiKey, relationsFor, toApiKey } from '@/lib/api-keys/model/api-key';
import { LIVE, liveAt } from '@/lib/api-keys/model/state';
import { flushUsageOf } from '@/lib/api-keys/usage/flush-usage';
import { notFound } from '@/lib/audit/not-found';
import { db } from '@/lib/database/client';
import { databaseNow } from '@/lib/database/now';
import { AppError } from '@/lib/errors';
import { parseQuery } from '@/lib/validation';
import { Prisma } from '@/prisma/generated/client';
import { FILTERS, listApiKeysQuery, matching } from './list-query';

/**
 * The live ones of some keys of the actor's workspace, newest first. Their last use is known up to now:
 * what this process has counted is written first.
 * @throws AppError `owner_required`, or `not_found` if any of the ids is not of a key of this workspace
 */
export async function listChosenKeys(actor: Actor, chosen: unknown): Promise<ApiKey[]> {
  assertOwner(actor);
  const { data: ids } = chosenIds.safeParse(chosen);
  if (!ids) throw new AppError('not_found');

  const owned = {
    id: { in: ids },
    workspaceId: actor.workspaceId,
    workspace: { is: { ownerId: actor.userId } },
  };
  await flushUsageOf(ids);
  const [count, now] = await Promise.all([db.apiKey.count({ where: owned }), databaseNow()]);
  if (count < ids.length) throw await notFound(db, actor, 'apiKey', ...ids);
  const rows = await db.apiKey.findMany({
    where: { ...owned, ...liveAt(now) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    ...relationsFor(actor),
  });
  return rows.map((row) => toApiKey(row, actor, now));
}

/**
 * The live keys of the actor's workspace that a list has, as if each had been chosen: the newest 200.
 * @param query `q` and `state`, see {@link listApiKeysQuery}
 * @throws AppError `owner_required` or `validation_failed`
 */
export async function listMatchingKeys(actor: Actor, query: unknown): Promise<ApiKey[]> {
  assertOwner(actor);
  const { q, state } = parseQuery(listApiKeysQuery.pick({ q: true, state: true }), query);
  const found = await db.$queryRaw<{ id: string }[]>`
    select k."id" from "ApiKey" k join "Workspace" w on w."id" = k."workspaceId"
    where k."workspaceId" = ${actor.workspaceId}::uuid and w."ownerId" = ${actor.userId}::uuid
      and ${Prisma.raw(`${LIVE} and ${FILTERS[state]}`)} and ${matching(q)}
    order by k."createdAt" desc, k."id" desc limit ${MOST_CHOSEN}`;
  if (found.length === 0) return [];
  return listChosenKeys(
    actor,
    found.map(({ id }) => id),
  );
}
