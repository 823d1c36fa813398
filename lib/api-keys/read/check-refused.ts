import { type Actor, assertOwner } from '@/lib/actor';
import { opensNow } from '@/lib/api-keys/secret/verify';
import { notFound } from '@/lib/audit/not-found';
import { db } from '@/lib/database/client';
import { databaseNow } from '@/lib/database/now';
import { parseId } from '@/lib/validation';

/**
 * Looks a key of the actor's workspace up as every request with it does. The key itself is stored
 * nowhere; its hash is what requests are looked up by.
 * @returns whether a request with it is refused, and when that was so
 * @throws AppError `owner_required`, or `not_found` for an id that is not a key of this workspace
 */
export async function checkRefused(
  actor: Actor,
  id: unknown,
): Promise<{ isRefused: boolean; at: Date }> {
  assertOwner(actor);
  const apiKeyId = parseId(id);
  const found = await db.apiKey.findFirst({
    where: {
      id: apiKeyId,
      workspace: { is: { id: actor.workspaceId, ownerId: actor.userId } },
    },
    select: { hash: true },
  });
  if (!found) throw await notFound(db, actor, 'apiKey', apiKeyId);
  const isRefused = !(await opensNow(Buffer.from(found.hash).toString('hex')));
  return { isRefused, at: await databaseNow() };
}
