import { type Actor, assertOwner } from '@/lib/actor';
import { inTransaction } from '@/lib/database/transaction';
import { AppError } from '@/lib/errors';
import { parseId } from '@/lib/validation';
import type { ApiKey } from './api-key';
import { insertApiKey } from './insert-api-key';
import { activeAt } from './quota';

/**
 * Creates a key with the name, scopes and expiry of another one. The old key keeps working until it
 * is revoked, so that programs can be moved to the new key first.
 * @param id of an active key of the actor's workspace
 * @returns the new key and its `secret`, which exists in this return value and nowhere else
 * @throws AppError as createApiKey, or `not_found` for a key that does not exist or is not active
 */
export async function replaceApiKey(
  actor: Actor,
  id: unknown,
): Promise<{ apiKey: ApiKey; secret: string }> {
  assertOwner(actor);
  const owned = {
    id: parseId(id),
    workspace: { is: { id: actor.workspaceId, ownerId: actor.userId } },
  };
  return inTransaction(async (tx) => {
    const old = await tx.apiKey.findFirst({
      where: { ...owned, ...activeAt(new Date()) },
      select: { name: true, scopes: true, expiresAt: true },
    });
    if (!old) throw new AppError('not_found');
    return insertApiKey(tx, actor, { ...old, expiresAt: () => old.expiresAt });
  });
}
