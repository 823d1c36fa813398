import { z } from 'zod';
import { type Actor, assertOwner } from '@/lib/actor';
import { notFound } from '@/lib/audit/not-found';
import { recordAct } from '@/lib/audit/record-act';
import { databaseNow } from '@/lib/database/now';
import { inTransaction } from '@/lib/database/transaction';
import { parse } from '@/lib/validation';
import { lockOwnWorkspace } from '@/lib/workspaces/workspace/lock-workspace';
import { chosenIds } from './chosen';

/** From this many on, whoever revokes types how many they are. */
export const TYPED_FROM = 10;

const revokeApiKeysInput = z
  .strictObject({ ids: chosenIds, typed: z.string().trim().default('') })
  .refine((input) => input.ids.length < TYPED_FROM || input.typed === String(input.ids.length), {
    path: ['typed'],
    params: { code: 'other_number' },
    error: 'Give the number of keys.',
  });

type Chosen = { id: string; name: string; hint: string; revokedAt: Date | null };

/**
 * Revokes keys of the actor's workspace for good, all or none. When this returns, the revocations are
 * committed, as with revokeApiKey. Those that are revoked already stay as they are.
 * @param input `ids`, and from ten keys on `typed`, their number
 * @returns how many of them this revoked
 * @throws AppError `owner_required`, `validation_failed`, or `not_found` if any of the ids is not of a
 *   key of this workspace
 */
export async function revokeApiKeys(actor: Actor, input: unknown): Promise<number> {
  assertOwner(actor);
  const { ids } = parse(revokeApiKeysInput, input);

  return inTransaction(async (tx) => {
    await lockOwnWorkspace(tx, actor);
    // In the same order as write-usage.ts holds keys: in another, each could wait for the other.
    const chosen = await tx.$queryRaw<Chosen[]>`
      select k."id", k."name", k."hint", k."revokedAt" from "ApiKey" k
      where k."workspaceId" = ${actor.workspaceId}::uuid and k."id" = any(${ids}::uuid[])
      order by k."id" for no key update`;
    if (chosen.length < ids.length) throw await notFound(tx, actor, 'apiKey', ...ids);
    const live = chosen.filter(({ revokedAt }) => revokedAt === null);
    await tx.apiKey.updateMany({
      where: { workspaceId: actor.workspaceId, id: { in: live.map(({ id }) => id) } },
      data: { revokedAt: await databaseNow(tx), revokedById: actor.userId },
    });
    for (const { id, name, hint } of live) {
      await recordAct(tx, actor, 'api_key.revoked', id, { name, hint });
    }
    return live.length;
  });
}
