import { type Actor, assertOwner } from '@/lib/actor';
import { notFound } from '@/lib/audit/not-found';
import { recordAct } from '@/lib/audit/record-act';
import { inTransaction } from '@/lib/database/transaction';
import { parseId } from '@/lib/validation';
import { countKeyChange } from './limit-changes';

/**
 * Says that it is fine where a key of the actor's workspace was used from. Nothing about the key changes
 * but that its page no longer asks.
 * @returns what people know the key by
 * @throws AppError `owner_required`, `rate_limited`, or `not_found` for what is not a key of this workspace
 */
export async function confirmNewPlace(
  actor: Actor,
  id: unknown,
): Promise<{ name: string; hint: string }> {
  assertOwner(actor);
  const apiKeyId = parseId(id);
  await countKeyChange(actor);
  return inTransaction(async (tx) => {
    const owned = { id: actor.workspaceId, ownerId: actor.userId };
    const where = { id: apiKeyId, workspace: { is: owned } };
    const found = await tx.apiKey.findFirst({
      where,
      select: { name: true, hint: true, newPlaceAddress: true },
    });
    if (!found) throw await notFound(tx, actor, 'apiKey', apiKeyId);
    const { newPlaceAddress: address, ...known } = found;
    const { count } = await tx.apiKey.updateMany({
      where: { ...where, newPlaceAddress: { not: null } },
      data: { newPlaceAddress: null, newPlaceAgent: null },
    });
    if (count > 0 && address) {
      await recordAct(tx, actor, 'api_key.new_place_confirmed', apiKeyId, { ...known, address });
    }
    return known;
  });
}
