import { type Actor, assertOwner } from '@/lib/actor';
import { isLive } from '@/lib/api-keys/model/state';
import { recordAct } from '@/lib/audit/record-act';
import { inTransaction } from '@/lib/database/transaction';
import { AppError } from '@/lib/errors';
import { parseId } from '@/lib/validation';
import { lockPair } from './lock-pair';

/**
 * Cancels a rotation: the old key works on as before it, and the new one is revoked, if it is not
 * already. A key that is in no rotation stays as it is: two tabs may do it.
 * @returns what people know the old key by
 * @throws AppError `owner_required`, `not_found`, or `not_in_rotation` for an old key that has ended
 */
export async function keepOldKey(
  actor: Actor,
  oldId: unknown,
): Promise<{ name: string; hint: string }> {
  assertOwner(actor);
  const id = parseId(oldId);
  const { workspaceId, userId } = actor;
  return inTransaction(async (tx) => {
    const { key, now } = await lockPair(tx, actor, id);
    const { name, hint, state, retiresAt, replacedBy } = key;
    if (!isLive(state)) throw new AppError('not_in_rotation');
    if (!retiresAt) return { name, hint };

    await tx.apiKey.update({
      where: { id, workspaceId },
      data: { retiresAt: null, retiresAfterUse: false },
      select: { id: true },
    });
    await recordAct(tx, actor, 'api_key.kept', id, { name, hint });
    if (!replacedBy) return { name, hint };

    const isRevoked = replacedBy.revokedAt !== null;
    await tx.apiKey.update({
      where: { id: replacedBy.id, workspaceId },
      data: { replacesId: null, ...(!isRevoked && { revokedAt: now, revokedById: userId }) },
      select: { id: true },
    });
    if (!isRevoked) {
      const known = { name: replacedBy.name, hint: replacedBy.hint };
      await recordAct(tx, actor, 'api_key.revoked', replacedBy.id, known);
    }
    return { name, hint };
  });
}
