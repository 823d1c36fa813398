import { type Actor, assertOwner } from '@/lib/actor';
import { chosenIds } from '@/lib/api-keys/change/chosen';
import type { ApiKey } from '@/lib/api-keys/model/api-key';
import { isLive, LIVE } from '@/lib/api-keys/model/state';
import { KNOWN_TO_OTHERS } from '@/lib/api-keys/read/list-query';
import { readInOrder } from '@/lib/api-keys/read/read-keys';
import { hindranceOf, roleOf } from '@/lib/api-keys/rotation/rotation';
import { notFound } from '@/lib/audit/not-found';
import { db } from '@/lib/database/client';
import { AppError } from '@/lib/errors';
import { Prisma } from '@/prisma/generated/client';

/** How many keys the checklist has; whoever has more goes on once these are done. */
const MOST = 200;

/** A key that has ended stays on the checklist for as long, so that nobody loses count. */
const DONE_FOR_DAYS = 7;

/**
 * How far a key is on its way out of use: to be rotated; not to be rotated now (paused, or itself the
 * new key of a rotation); rotated, and the new key waits for its first request; rotated, and the old
 * key retires by itself; ended.
 */
export type RotationStep = 'todo' | 'blocked' | 'waiting' | 'retiring' | 'done';

export function stepOf(apiKey: ApiKey): RotationStep {
  if (!isLive(apiKey.state)) return 'done';
  if (roleOf(apiKey) === 'old') return apiKey.replacedBy?.lastUsedAt ? 'retiring' : 'waiting';
  return hindranceOf(apiKey) ? 'blocked' : 'todo';
}

type Place = { id: string; now: Date };

/**
 * Keys of the actor's workspace that are to be rotated one after the other, by name, with those of them
 * that are done.
 * @param chosen ids of the keys; null for the keys that somebody was shown who is not the Owner, or
 *   holds who has left (keys.md, "Who knows it"), and those of them that ended in the last seven days
 * @returns 200 at most
 * @throws AppError `owner_required`, or `not_found` if any of the ids is not of a key of this workspace
 */
export async function keysToRotate(
  actor: Actor,
  chosen: readonly unknown[] | null,
): Promise<ApiKey[]> {
  assertOwner(actor);
  if (chosen?.length === 0) return [];
  const ids = chosen && idsOf(chosen);
  const which = ids ? Prisma.sql`k."id" = any(${ids}::uuid[])` : Prisma.raw(KNOWN_LATELY);
  const places = await db.$queryRaw<Place[]>`
    select k."id", statement_timestamp() as "now"
    from "ApiKey" k join "Workspace" w on w."id" = k."workspaceId"
    where k."workspaceId" = ${actor.workspaceId}::uuid and w."ownerId" = ${actor.userId}::uuid
      and ${which}
    order by lower(k."name"), k."id" limit ${MOST}`;
  if (ids && places.length < ids.length) throw await notFound(db, actor, 'apiKey', ...ids);
  return readInOrder(actor, places);
}

const KNOWN_LATELY = `${KNOWN_TO_OTHERS} and (${LIVE}
  or coalesce(k."revokedAt", least(k."retiresAt", k."expiresAt"))
    > statement_timestamp() - interval '${DONE_FOR_DAYS} days')`;

function idsOf(chosen: readonly unknown[]): string[] {
  const { data } = chosenIds.safeParse(chosen);
  if (!data) throw new AppError('not_found');
  return data;
}
