import { type Actor, assertOwner } from '@/lib/actor';
import { databaseNow } from '@/lib/database/now';
import { inTransaction } from '@/lib/database/transaction';
import { AppError } from '@/lib/errors';
import { parseId } from '@/lib/validation';
import type { ApiKey } from './api-key';
import { insertApiKey } from './insert-api-key';
import { createApiKeyInput } from './schema';
import { opensAt } from './state';

const { expiresInDays: _, ...terms } = createApiKeyInput.shape;

/** The columns of all that an Owner decides about a key, but its expiry. */
const kept = Object.fromEntries(Object.keys(terms).map((name) => [name, true])) as {
  [name in keyof typeof terms]: true;
};

/**
 * Creates a key with all that the Owner decided about another one, expiry included. The old key keeps working until it
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
      where: { ...owned, ...opensAt(await databaseNow(tx)) },
      select: { ...kept, expiresAt: true },
    });
    if (!old) throw new AppError('not_found');
    return insertApiKey(tx, actor, { ...old, expiresAt: () => old.expiresAt });
  });
}
