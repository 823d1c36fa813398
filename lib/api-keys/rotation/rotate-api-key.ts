import { type Actor, assertOwner } from '@/lib/actor';
import { insertApiKey } from '@/lib/api-keys/change/insert-api-key';
import type { NewApiKey } from '@/lib/api-keys/model/api-key';
import { chosenExpiry } from '@/lib/api-keys/model/expiry';
import { livesTooLong } from '@/lib/api-keys/model/lifetime';
import { TERM_COLUMNS } from '@/lib/api-keys/model/schema';
import { recordAct } from '@/lib/audit/record-act';
import { inTransaction } from '@/lib/database/transaction';
import { AppError } from '@/lib/errors';
import { parse, parseId } from '@/lib/validation';
import { lockPair } from './lock-pair';
import { AFTER_USE_MAX_DAYS, hindranceOf, type RetireRule } from './rotation';
import { rotateApiKeyInput } from './schema';

const DAY_MS = 86_400_000;

/** How long the old key still works, at the most. */
const WORKS_FOR_MS: Record<RetireRule, number> = {
  'after-use': AFTER_USE_MAX_DAYS * DAY_MS,
  '24h': DAY_MS,
  '7d': 7 * DAY_MS,
  now: 0,
};

/**
 * Creates a key that takes the place of another one, with all that the Owner decided about that one. It
 * expires with it, or as the Owner chooses, within the policy of the workspace. Both work until the old one retires, and count as one: it needs no room in the
 * plan's quota, even where that is exceeded.
 * @param id of a key of the actor's workspace
 * @param input see {@link rotateApiKeyInput}: when the old key retires, and the new one expires
 * @returns the new key and its `secret`, which exists in this return value and nowhere else
 * @throws AppError `owner_required`, `validation_failed`, `not_found`, `not_rotatable` for a key that
 *   has ended, is paused or in a rotation already, `feature_not_available`, or `rate_limited`
 */
export async function rotateApiKey(
  actor: Actor,
  id: unknown,
  input: unknown,
): Promise<{ apiKey: NewApiKey; secret: string }> {
  assertOwner(actor);
  const { retire, ...choice } = parse(rotateApiKeyInput, input);
  const oldId = parseId(id);
  return inTransaction(async (tx) => {
    const { workspaceId } = actor;
    const { key: old, now } = await lockPair(tx, actor, oldId);
    const because = hindranceOf(old);
    if (because) throw new AppError('not_rotatable', { because });

    await tx.apiKey.update({
      where: { id: oldId, workspaceId },
      data: {
        retiresAt: new Date(now.getTime() + WORKS_FOR_MS[retire]),
        retiresAfterUse: retire === 'after-use',
      },
      select: { id: true },
    });
    // The new key of an earlier rotation, which has ended.
    await tx.apiKey.updateMany({
      where: { workspaceId, replacesId: oldId },
      data: { replacesId: null },
    });
    const same = await tx.apiKey.findFirstOrThrow({
      where: { id: oldId, workspaceId },
      select: TERM_COLUMNS,
    });
    const made = await insertApiKey(tx, actor, {
      ...same,
      choice,
      expiresAt: (at, longest) => {
        const chosen = chosenExpiry(choice, at);
        if (chosen !== undefined) return chosen;
        return livesTooLong(same.expiresAt, longest) ? longest : same.expiresAt;
      },
      replaces: { id: oldId, hint: old.hint },
    });
    const { name, hint } = old;
    const newHint = made.apiKey.hint;
    await recordAct(tx, actor, 'api_key.rotated', oldId, { name, hint, newHint, retire });
    return made;
  });
}
