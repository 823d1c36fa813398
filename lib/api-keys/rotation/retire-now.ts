import { type Actor, assertOwner } from '@/lib/actor';
import { isLive } from '@/lib/api-keys/model/state';
import { recordAct } from '@/lib/audit/record-act';
import { inTransaction } from '@/lib/database/transaction';
import { AppError } from '@/lib/errors';
import { parseId } from '@/lib/validation';
import { lockPair } from './lock-pair';
import { roleOf } from './rotation';

/**
 * Retires the old key of a rotation at once: no request that starts after this succeeds with it. An
 * old key that has ended stays as it is: two tabs may do it.
 * @returns what people know the old key by
 * @throws AppError `owner_required`, `not_found`, or `not_in_rotation` for a key that no other key
 *   replaces, as when the new one was revoked meanwhile
 */
export async function retireNow(
  actor: Actor,
  oldId: unknown,
): Promise<{ name: string; hint: string }> {
  assertOwner(actor);
  const id = parseId(oldId);
  return inTransaction(async (tx) => {
    const { key, now } = await lockPair(tx, actor, id);
    const { name, hint } = key;
    if (!isLive(key.state)) return { name, hint };
    if (roleOf(key) !== 'old') throw new AppError('not_in_rotation');
    await tx.apiKey.update({
      where: { id, workspaceId: actor.workspaceId },
      data: { retiresAt: now, retiresAfterUse: false },
      select: { id: true },
    });
    await recordAct(tx, actor, 'api_key.retired', id, { name, hint });
    return { name, hint };
  });
}
