import { type Actor, assertOwner } from '@/lib/actor';
import { liveAt, onPauseAt } from '@/lib/api-keys/model/state';
import { notFound } from '@/lib/audit/not-found';
import { recordAct } from '@/lib/audit/record-act';
import { databaseNow } from '@/lib/database/now';
import { inTransaction } from '@/lib/database/transaction';
import { parseId } from '@/lib/validation';
import { countKeyChange } from './limit-changes';

/**
 * Ends the pause of a key of the actor's workspace: its next request succeeds. Resuming a key that works
 * changes nothing and is not an error, as the pause may just have ended by itself.
 * @returns what people know the key by
 * @throws AppError `owner_required`, `rate_limited`, or `not_found` for what is not a key of this
 *   workspace, or has ended
 */
export async function resumeApiKey(
  actor: Actor,
  id: unknown,
): Promise<{ name: string; hint: string }> {
  assertOwner(actor);
  const apiKeyId = parseId(id);
  await countKeyChange(actor);

  return inTransaction(async (tx) => {
    const now = await databaseNow(tx);
    const inOwnWorkspace = {
      id: apiKeyId,
      workspace: { is: { id: actor.workspaceId, ownerId: actor.userId } },
    };
    const { count } = await tx.apiKey.updateMany({
      where: { ...inOwnWorkspace, ...onPauseAt(now) },
      data: { pausedAt: null, pausedUntil: null },
    });
    const apiKey = await tx.apiKey.findFirst({
      where: { ...inOwnWorkspace, ...liveAt(now) },
      select: { name: true, hint: true },
    });
    if (!apiKey) throw await notFound(tx, actor, 'apiKey', apiKeyId);
    if (count > 0) await recordAct(tx, actor, 'api_key.resumed', apiKeyId, apiKey);
    return apiKey;
  });
}
