import { z } from 'zod';
import { type Actor, assertOwner } from '@/lib/actor';
import { recordAuditEvent } from '@/lib/audit/record-audit-event';
import { db } from '@/lib/database/client';
import { databaseNow } from '@/lib/database/now';
import { inTransaction } from '@/lib/database/transaction';
import { AppError } from '@/lib/errors';
import { parse } from '@/lib/validation';
import { lockOwnWorkspace } from '@/lib/workspaces/lock-workspace';
import { type ApiKey, toApiKey, withoutHash } from './api-key';
import { liveAt } from './state';

/** From this many on, whoever revokes types how many they are. */
export const TYPED_FROM = 10;

/** As many as an address of their ids can name, and as one transaction revokes in a moment. */
const MOST = 200;

const ids = z.array(z.uuid()).min(1).max(MOST);

const revokeApiKeysInput = z
  .strictObject({ ids, typed: z.string().trim().default('') })
  .transform((input) => ({ ...input, ids: [...new Set(input.ids)] }))
  .refine((input) => input.ids.length < TYPED_FROM || input.typed === String(input.ids.length), {
    path: ['typed'],
    params: { code: 'other_number' },
    error: 'Give the number of keys.',
  });

type Chosen = { id: string; name: string; hint: string; revokedAt: Date | null };

/**
 * The live ones of some keys of the actor's workspace, newest first.
 * @throws AppError `owner_required`, or `not_found` if any of the ids is not of a key of this workspace
 */
export async function listChosenKeys(actor: Actor, chosen: unknown): Promise<ApiKey[]> {
  assertOwner(actor);
  const { data } = ids.safeParse(chosen);
  if (!data) throw new AppError('not_found');
  const owned = {
    id: { in: data },
    workspaceId: actor.workspaceId,
    workspace: { is: { ownerId: actor.userId } },
  };
  const [count, now] = await Promise.all([db.apiKey.count({ where: owned }), databaseNow()]);
  if (count < new Set(data).size) throw new AppError('not_found');
  const rows = await db.apiKey.findMany({
    where: { ...owned, ...liveAt(now) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    ...withoutHash,
  });
  return rows.map((row) => toApiKey(row, actor, now));
}

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
    // In the order in which usage is written, so that neither waits for the other for ever.
    const chosen = await tx.$queryRaw<Chosen[]>`
      select k."id", k."name", k."hint", k."revokedAt" from "ApiKey" k
      where k."workspaceId" = ${actor.workspaceId}::uuid and k."id" = any(${ids}::uuid[])
      order by k."id" for no key update`;
    if (chosen.length < ids.length) throw new AppError('not_found');
    const live = chosen.filter(({ revokedAt }) => revokedAt === null);
    await tx.apiKey.updateMany({
      where: { workspaceId: actor.workspaceId, id: { in: live.map(({ id }) => id) } },
      data: { revokedAt: new Date(), revokedById: actor.userId },
    });
    for (const { id, name, hint } of live) {
      await recordAuditEvent(tx, actor, 'api_key.revoked', id, { name, hint });
    }
    return live.length;
  });
}
