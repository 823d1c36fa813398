import { type Actor, assertOwner } from '@/lib/actor';
import { db } from '@/lib/database/client';
import { databaseNow } from '@/lib/database/now';
import { AppError } from '@/lib/errors';
import { parseId } from '@/lib/validation';
import { type ApiKey, toApiKey, withPartners } from './api-key';

/**
 * One key of the actor's workspace, live or ended.
 * @throws AppError `owner_required`, or `not_found` for an id that is not a key of this workspace
 */
export async function getApiKey(actor: Actor, id: unknown): Promise<ApiKey> {
  assertOwner(actor);
  const [row, now] = await Promise.all([
    db.apiKey.findFirst({
      where: {
        id: parseId(id),
        workspace: { is: { id: actor.workspaceId, ownerId: actor.userId } },
      },
      ...withPartners,
    }),
    databaseNow(),
  ]);
  if (!row) throw new AppError('not_found');
  return toApiKey(row, actor, now);
}
