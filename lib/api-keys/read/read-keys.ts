import type { Member } from '@/lib/actor';
import { type ApiKey, relationsFor, toApiKey } from '@/lib/api-keys/model/api-key';
import { db } from '@/lib/database/client';

/**
 * Keys with all that pages show of them, in the order of their places.
 * @param places of keys of the actor's workspace, and the database's time when they were found
 */
export async function readKeys(
  actor: Member,
  places: readonly { id: string; now: Date }[],
): Promise<ApiKey[]> {
  const rows = await db.apiKey.findMany({
    where: { workspaceId: actor.workspaceId, id: { in: places.map(({ id }) => id) } },
    ...relationsFor(actor),
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return places.flatMap(({ id, now }) => {
    const row = byId.get(id);
    return row ? [toApiKey(row, actor, now)] : [];
  });
}
