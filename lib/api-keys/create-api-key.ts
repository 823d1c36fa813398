import { type Actor, assertOwner } from '@/lib/actor';
import { denied } from '@/lib/audit/denied';
import { recordAuditEvent } from '@/lib/audit/record-audit-event';
import { AppError } from '@/lib/errors';
import { lockWorkspace } from '@/lib/lock-workspace';
import { inTransaction } from '@/lib/transaction';
import { parse } from '@/lib/validation';
import { type ApiKey, apiKeyColumns, toApiKey } from './api-key';
import { activeAt, grantsApiKeys } from './quota';
import { createApiKeyInput } from './schema';
import { generateSecret } from './secret';

const DAY_MS = 86_400_000;

/**
 * Makes an API key for the actor's workspace (design.md rules 1 to 5).
 * @param input `{ name, scopes?, expiresInDays? }`, see {@link createApiKeyInput}
 * @returns the key and its `secret`, which exists in this return value and nowhere else
 * @throws AppError `owner_required`, `validation_failed`, `feature_not_available` or
 *   `api_key_quota_reached` with `limit` and `active`
 */
export async function createApiKey(
  actor: Actor,
  input: unknown,
): Promise<{ apiKey: ApiKey; secret: string }> {
  assertOwner(actor);
  const { name, scopes, expiresInDays } = parse(createApiKeyInput, input);
  const { secret, hash, hint } = generateSecret();

  return inTransaction(async (tx) => {
    const { planId, now } = await lockWorkspace(tx, actor);
    const plan = await tx.plan.findUniqueOrThrow({
      where: { id: planId },
      select: { features: true, maxActiveApiKeys: true },
    });
    if (!grantsApiKeys(plan.features)) throw denied(actor, new AppError('feature_not_available'));

    const limit = plan.maxActiveApiKeys;
    const active = await tx.apiKey.count({
      where: { workspaceId: actor.workspaceId, ...activeAt(now) },
    });
    if (limit !== null && active >= limit) {
      throw denied(actor, new AppError('api_key_quota_reached', { limit, active }));
    }

    const row = await tx.apiKey.create({
      data: {
        workspaceId: actor.workspaceId,
        createdById: actor.userId,
        name,
        hash,
        hint,
        scopes,
        expiresAt: expiresInDays && new Date(now.getTime() + expiresInDays * DAY_MS),
      },
      select: apiKeyColumns,
    });
    await recordAuditEvent(tx, actor, 'api_key.created', row.id, { name, hint });
    return { apiKey: toApiKey(row, now), secret };
  });
}
