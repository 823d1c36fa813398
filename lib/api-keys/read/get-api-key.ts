import { type Actor, assertOwner } from '@/lib/actor';
import { type ApiKey, relationsFor, toApiKey } from '@/lib/api-keys/model/api-key';
import { flushUsageOf } from '@/lib/api-keys/usage/flush-usage';
import { notFound } from '@/lib/audit/not-found';
import { db } from '@/lib/database/client';
import { databaseNow } from '@/lib/database/now';
import { parseId } from '@/lib/validation';

/**
 * One key of the actor's workspace, live or ended. Its last use is known up to now: what this process
 * has counted is written first.
 * @throws AppError `owner_required`, or `not_found` for an id that is not a key of this workspace
 */
export async function getApiKey(actor: Actor, id: unknown): Promise<ApiKey> {
  assertOwner(actor);
  const apiKeyId = parseId(id);
  await flushUsageOf([apiKeyId]);
  const [row, now] = await Promise.all([
    db.apiKey.findFirst({
      where: {
        id: apiKeyId,
        workspace: { is: { id: actor.workspaceId, ownerId: actor.userId } },
      },
      ...relationsFor(actor),
    }),
    databaseNow(),
  ]);
  if (!row) throw await notFound(db, actor, 'apiKey', apiKeyId);
  return toApiKey(row, actor, now);
}
