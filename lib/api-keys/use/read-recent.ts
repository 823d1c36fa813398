import { type Actor, assertOwner } from '@/lib/actor';
import { db } from '@/lib/database/client';
import { fromLine, type RecentRequest } from './recent';

/**
 * The last requests with a key of the actor's workspace that are written, newest first, at most 50.
 * @param apiKeyId none are known of a key of another workspace
 * @throws AppError `owner_required`
 */
export async function readRecent(actor: Actor, apiKeyId: string): Promise<RecentRequest[]> {
  assertOwner(actor);
  const recent = await db.apiKeyRecentRequests.findFirst({
    where: { apiKeyId, apiKey: { is: { workspaceId: actor.workspaceId } } },
    select: { lines: true },
  });
  return recent?.lines.map(fromLine) ?? [];
}
