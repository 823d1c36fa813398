import { type Actor, assertOwner } from '@/lib/actor';
import { notFound } from '@/lib/audit/not-found';
import { recordAct } from '@/lib/audit/record-act';
import { databaseNow } from '@/lib/database/now';
import { inTransaction } from '@/lib/database/transaction';
import { parseId } from '@/lib/validation';

/**
 * Revokes a key of the actor's workspace for good. When this returns, the revocation is committed
 * and no later request with the key succeeds on any instance (docs/rules.md, rule 7). Revoking a
 * revoked key changes nothing and is not an error: two tabs may do it.
 * @param why `because` says in the audit log that it leaked
 * @returns what people know the key by
 * @throws AppError `owner_required`, or `not_found` for an id that is not a key of this workspace
 */
export async function revokeApiKey(
  actor: Actor,
  id: unknown,
  why: { because?: 'leaked' } = {},
): Promise<{ name: string; hint: string }> {
  assertOwner(actor);
  const apiKeyId = parseId(id);
  const inOwnWorkspace = {
    id: apiKeyId,
    workspace: { is: { id: actor.workspaceId, ownerId: actor.userId } },
  };

  return inTransaction(async (tx) => {
    const { count } = await tx.apiKey.updateMany({
      where: { ...inOwnWorkspace, revokedAt: null },
      data: { revokedAt: await databaseNow(tx), revokedById: actor.userId },
    });
    const apiKey = await tx.apiKey.findFirst({
      where: inOwnWorkspace,
      select: { name: true, hint: true },
    });
    if (!apiKey) throw await notFound(tx, actor, 'apiKey', apiKeyId);
    if (count > 0) {
      await recordAct(tx, actor, 'api_key.revoked', apiKeyId, { ...apiKey, ...why });
    }
    return apiKey;
  });
}
