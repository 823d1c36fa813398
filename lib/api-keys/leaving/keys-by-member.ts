import { type Actor, assertOwner } from '@/lib/actor';
import { liveAt } from '@/lib/api-keys/model/state';
import { db } from '@/lib/database/client';
import { databaseNow } from '@/lib/database/now';

/** More live keys than these nobody can look through; the list of keys has all. */
const MOST = 1_000;

/** A live key that a person was shown as its creator, or holds, as the Owner says. */
export type KnownKey = { id: string; name: string; hint: string; isHeld: boolean };

/**
 * Which live keys of the actor's workspace people know, but for those that the Owner generated: by the
 * id of the person, by name.
 * @throws AppError `owner_required`
 */
export async function keysByMember(actor: Actor): Promise<Map<string, KnownKey[]>> {
  assertOwner(actor);
  const keys = await db.apiKey.findMany({
    where: {
      workspace: { is: { id: actor.workspaceId, ownerId: actor.userId } },
      AND: liveAt(await databaseNow()),
      OR: [{ holderId: { not: null } }, { createdById: { not: actor.userId } }],
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: MOST,
    select: { id: true, name: true, hint: true, holderId: true, createdById: true },
  });
  const byMember = new Map<string, KnownKey[]>();
  for (const { holderId, createdById, ...key } of keys) {
    const shownTo = createdById === actor.userId ? null : createdById;
    for (const person of new Set([holderId, shownTo])) {
      if (person === null) continue;
      const known = { ...key, isHeld: person === holderId };
      byMember.set(person, [...(byMember.get(person) ?? []), known]);
    }
  }
  return byMember;
}
