import { z } from 'zod';
import { type Actor, assertOwner } from '@/lib/actor';
import { PAUSES } from '@/lib/api-keys/model/durations';
import { liveAt } from '@/lib/api-keys/model/state';
import { notFound } from '@/lib/audit/not-found';
import { recordAct } from '@/lib/audit/record-act';
import { databaseNow } from '@/lib/database/now';
import { inTransaction } from '@/lib/database/transaction';
import { parse, parseId } from '@/lib/validation';
import { countKeyChange } from './limit-changes';

const MINUTE_MS = 60_000;

export const pauseInput = z.strictObject({
  /** null means until it is resumed */
  minutes: z.literal([...PAUSES]).nullable(),
});

/**
 * Pauses a key of the actor's workspace. When this returns, no later request with the key succeeds on
 * any instance, until `until` is past by the database's clock or the key is resumed. Pausing a paused
 * key replaces its end; without an end before and after, nothing changes.
 * @param input see {@link PAUSES}: `minutes`
 * @returns what people know the key by, and `until`: null means until it is resumed
 * @throws AppError `owner_required`, `validation_failed`, `rate_limited`, or `not_found` for what is
 *   not a key of this workspace, or has ended
 */
export async function pauseApiKey(
  actor: Actor,
  id: unknown,
  input: unknown,
): Promise<{ name: string; hint: string; until: Date | null }> {
  assertOwner(actor);
  const { minutes } = parse(pauseInput, input);
  const apiKeyId = parseId(id);
  await countKeyChange(actor);

  return inTransaction(async (tx) => {
    const now = await databaseNow(tx);
    const until = pausedUntil(minutes, now);
    const live = {
      id: apiKeyId,
      workspace: { is: { id: actor.workspaceId, ownerId: actor.userId } },
      ...liveAt(now),
    };
    const select = { name: true, hint: true };
    const [apiKey] = await tx.apiKey.updateManyAndReturn({
      where: { ...live, ...otherwiseThan(until) },
      data: { pausedAt: now, pausedUntil: until },
      select,
    });
    if (!apiKey) {
      const already = await tx.apiKey.findFirst({ where: { ...live, ...UNTIL_RESUMED }, select });
      if (!already) throw await notFound(tx, actor, 'apiKey', apiKeyId);
      return { ...already, until: null };
    }
    const details = { ...apiKey, until: until?.toISOString() ?? null };
    await recordAct(tx, actor, 'api_key.paused', apiKeyId, details);
    return { ...apiKey, until };
  });
}

const UNTIL_RESUMED = { pausedAt: { not: null }, pausedUntil: null };

/** In a `where`: keys that a pause until then would change. */
export const otherwiseThan = (until: Date | null) => (until ? {} : { NOT: UNTIL_RESUMED });

/** When a pause that begins now is over; null means once the key is resumed. */
export const pausedUntil = (minutes: number | null, now: Date): Date | null =>
  minutes === null ? null : new Date(now.getTime() + minutes * MINUTE_MS);
