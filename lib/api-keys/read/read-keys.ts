import type { Member } from '@/lib/actor';
import { type ApiKey, relationsFor, toApiKey } from '@/lib/api-keys/model/api-key';
import { db } from '@/lib/database/client';
import type { Prisma } from '@/prisma/generated/client';

/**
 * Keys of the actor's workspace with all that pages show of them, by id.
 * @param where which of them
 * @param now the database's time, by which their states are told
 */
export async function readKeys(
  actor: Member,
  where: Prisma.ApiKeyWhereInput,
  now: Date,
): Promise<Map<string, ApiKey>> {
  const rows = await db.apiKey.findMany({
    where: { AND: where, workspaceId: actor.workspaceId },
    ...relationsFor(actor),
  });
  return new Map(rows.map((row) => [row.id, toApiKey(row, actor, now)]));
}

/**
 * The same in the order of their places.
 * @param places where keys were found, and the database's time then
 */
export async function readInOrder(
  actor: Member,
  places: readonly { id: string; now: Date }[],
): Promise<ApiKey[]> {
  const [first] = places;
  if (!first) return [];
  const ids = places.map(({ id }) => id);
  const byId = await readKeys(actor, { id: { in: ids } }, first.now);
  return ids.flatMap((id) => byId.get(id) ?? []);
}
