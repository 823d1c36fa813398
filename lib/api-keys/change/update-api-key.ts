import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { type Actor, assertOwner } from '@/lib/actor';
import type { Terms } from '@/lib/api-keys/model/api-key';
import { assertNotTooLong, chosenExpiry } from '@/lib/api-keys/model/expiry';
import { longestLife } from '@/lib/api-keys/model/lifetime';
import { TERM_COLUMNS, updateApiKeyInput } from '@/lib/api-keys/model/schema';
import { liveAt } from '@/lib/api-keys/model/state';
import { notFound } from '@/lib/audit/not-found';
import { recordAct } from '@/lib/audit/record-act';
import { databaseNow } from '@/lib/database/now';
import { inTransaction } from '@/lib/database/transaction';
import { AppError } from '@/lib/errors';
import { parse, parseId } from '@/lib/validation';
import { lockOwnWorkspace } from '@/lib/workspaces/workspace/lock-workspace';
import { countKeyChange } from './limit-changes';
import { assertWithinPlan } from './own-limit';

type Given = z.output<typeof updateApiKeyInput>;

/**
 * Changes what the Owner decides about a key of the actor's workspace, from the key's next request
 * on.
 * @param input see {@link updateApiKeyInput}
 * @returns the key's name, and whether anything is different now
 * @throws AppError `owner_required`, `validation_failed`, also for a day that is over, a life that is longer
 *   than the workspace's keys have or a limit above the plan's, `rate_limited`, or `not_found` for what is
 *   not a key of this workspace, or has ended
 */
export async function updateApiKey(
  actor: Actor,
  id: unknown,
  input: unknown,
): Promise<{ name: string; isChanged: boolean }> {
  assertOwner(actor);
  const given = parse(updateApiKeyInput, input);
  const apiKeyId = parseId(id);
  await countKeyChange(actor);

  return inTransaction(async (tx) => {
    // A key that expires later takes its room for longer, so this takes turns with what counts keys.
    const { maxKeyDays } = await lockOwnWorkspace(tx, actor);
    const now = await databaseNow(tx);
    const live = { id: apiKeyId, workspaceId: actor.workspaceId, ...liveAt(now) };
    const before = await tx.apiKey.findFirst({
      where: live,
      select: { ...TERM_COLUMNS, hint: true, createdAt: true },
    });
    if (!before) throw await notFound(tx, actor, 'apiKey', apiKeyId);

    const to = changesTo(before, given, now);
    const changed = Object.keys(to) as (keyof Terms)[];
    const name = to.name ?? before.name;
    if (changed.length === 0) return { name, isChanged: false };
    if (to.expiresAt !== undefined) {
      assertNotTooLong(to.expiresAt, longestLife(maxKeyDays, before.createdAt), given);
    }
    await assertWithinPlan(tx, actor, to.requestsPerMinute);
    const { count } = await tx.apiKey.updateMany({ where: live, data: to });
    if (count === 0) throw new AppError('not_found');
    const from = Object.fromEntries(changed.map((field) => [field, before[field]]));
    await recordAct(tx, actor, 'api_key.updated', apiKeyId, {
      name: before.name,
      hint: before.hint,
      from,
      to,
    });
    return { name, isChanged: true };
  });
}

/** What is given and differs. */
function changesTo(before: Terms, given: Given, now: Date): Partial<Terms> {
  const { lastDay: _, expiresInDays: __, ...terms } = given;
  const wanted = { ...terms, expiresAt: chosenExpiry(given, now) };
  const differs = ([field, value]: [string, unknown]) =>
    value !== undefined && !isDeepStrictEqual(value, before[field as keyof Terms]);
  return Object.fromEntries(Object.entries(wanted).filter(differs));
}
