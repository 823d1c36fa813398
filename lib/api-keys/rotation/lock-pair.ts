import type { Member } from '@/lib/actor';
import { type Partner, type Partners, partner, withState } from '@/lib/api-keys/model/api-key';
import { notFound } from '@/lib/audit/not-found';
import { databaseNow } from '@/lib/database/now';
import { lockOwnWorkspace } from '@/lib/workspaces/workspace/lock-workspace';
import type { Prisma } from '@/prisma/generated/client';

/**
 * Holds a key of the Owner's workspace and the key that replaces it until the transaction ends, and
 * reads both. Holding the workspace's row is not enough, as a revocation does not wait for that.
 * The keys are held in the order of their ids, as in write-usage.ts: in another, each could wait
 * for the other.
 * @returns the key, with those that it is in a rotation with, and `now`, the database's time
 * @throws AppError `owner_required` or `not_found`
 */
export async function lockPair(
  tx: Prisma.TransactionClient,
  actor: Member,
  id: string,
): Promise<{ key: Partner & Partners; now: Date }> {
  const { workspaceId } = actor;
  await lockOwnWorkspace(tx, actor);
  await tx.$queryRaw`
    select "id" from "ApiKey"
    where "workspaceId" = ${workspaceId}::uuid and ("id" = ${id}::uuid or "replacesId" = ${id}::uuid)
    order by "id" for no key update`;
  const rows = await tx.apiKey.findMany({
    where: { workspaceId, OR: [{ id }, { replacesId: id }, { replacedBy: { is: { id } } }] },
    select: { ...partner.select, replacesId: true },
  });
  // Read after the rows: they may have changed while this waited for them.
  const now = await databaseNow(tx);
  const [key, replacedBy] = [
    rows.find((row) => row.id === id),
    rows.find((row) => row.replacesId === id),
  ];
  const replaces = rows.find((row) => row.id === key?.replacesId);
  if (!key) throw await notFound(tx, actor, 'apiKey', id);
  return {
    key: {
      ...withState(key, now),
      replaces: replaces ? withState(replaces, now) : null,
      replacedBy: replacedBy ? withState(replacedBy, now) : null,
    },
    now,
  };
}
