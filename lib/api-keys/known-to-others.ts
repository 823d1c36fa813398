import { type Actor, assertOwner, type Member } from '@/lib/actor';
import { db } from '@/lib/database/client';
import { databaseNow } from '@/lib/database/now';
import type { Prisma } from '@/prisma/generated/client';
import { liveAt } from './state';

/**
 * In a `where`: keys that were shown to somebody who is not the Owner, such as a former one, or that
 * are held by somebody who is no longer a member.
 */
export function knownToOthers({ workspaceId, userId }: Member) {
  return {
    OR: [
      { createdById: null },
      { createdById: { not: userId } },
      {
        holderId: { not: null },
        holder: { is: { memberships: { none: { workspaceId } } } },
      },
    ],
  } satisfies Prisma.ApiKeyWhereInput;
}

export type KnownKey = {
  id: string;
  name: string;
  hint: string;
  /** the name of who was shown it, if that is not the Owner; null for somebody whose account is gone */
  shownTo: string | null | undefined;
  /** the name of who holds it, if they have left */
  heldBy: string | undefined;
};

/**
 * The live keys that somebody knows who should perhaps not, any more (see {@link knownToOthers}), by name.
 * @param limit how many at most; the list of keys has them all
 * @throws AppError `owner_required`
 */
export async function listKnownToOthers(
  actor: Actor,
  limit = 20,
): Promise<{ keys: KnownKey[]; count: number }> {
  assertOwner(actor);
  const { workspaceId, userId } = actor;
  const where = {
    workspace: { is: { id: workspaceId, ownerId: userId } },
    AND: [liveAt(await databaseNow()), knownToOthers(actor)],
  } satisfies Prisma.ApiKeyWhereInput;
  const [rows, count] = await Promise.all([
    db.apiKey.findMany({
      where,
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: limit,
      select: {
        id: true,
        name: true,
        hint: true,
        createdBy: { select: { id: true, name: true } },
        holder: {
          select: { name: true, memberships: { where: { workspaceId }, select: { userId: true } } },
        },
      },
    }),
    db.apiKey.count({ where }),
  ]);
  const keys = rows.map(({ createdBy, holder, ...row }) => ({
    ...row,
    shownTo: createdBy?.id === userId ? undefined : (createdBy?.name ?? null),
    heldBy: holder?.memberships.length === 0 ? holder.name : undefined,
  }));
  return { keys, count };
}
