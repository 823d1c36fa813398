import { denied, type Member } from '@/lib/actor';

import { recordAuditEvent } from '@/lib/audit/record-audit-event';
import { AppError } from '@/lib/errors';
import { lockOwnWorkspace } from '@/lib/workspaces/lock-workspace';
import type { Prisma } from '@/prisma/generated/client';
import { type ApiKey, apiKeyColumns, toApiKey } from './api-key';
import { activeAt, grantsApiKeys } from './quota';
import { generateSecret } from './secret';

type Terms = {
  name: string;
  scopes: readonly string[];
  /** @param now the database's time, by which keys expire */
  expiresAt: (now: Date) => Date | null;
};

/**
 * Makes a key, within the plan and its quota, for the Owner. The workspace's row is held, so that
 * creates take turns and the count stays true (docs/rules.md, rule 3).
 * @throws AppError `owner_required`, `feature_not_available` or `api_key_quota_reached`
 */
export async function makeApiKey(
  tx: Prisma.TransactionClient,
  actor: Member,
  { name, scopes, expiresAt }: Terms,
): Promise<{ apiKey: ApiKey; secret: string }> {
  const { workspaceId, userId } = actor;
  const { planId, now } = await lockOwnWorkspace(tx, actor);
  const plan = await tx.plan.findUniqueOrThrow({
    where: { id: planId },
    select: { features: true, maxActiveApiKeys: true },
  });
  if (!grantsApiKeys(plan.features)) throw denied(actor, new AppError('feature_not_available'));
  const limit = plan.maxActiveApiKeys;
  const active = await tx.apiKey.count({ where: { workspaceId, ...activeAt(now) } });
  if (limit !== null && active >= limit) {
    throw denied(actor, new AppError('api_key_quota_reached', { limit, active }));
  }

  const { secret, hash, hint } = generateSecret();
  const row = await tx.apiKey.create({
    data: {
      workspaceId,
      createdById: userId,
      name,
      hash,
      hint,
      scopes: [...scopes],
      expiresAt: expiresAt(now),
    },
    select: apiKeyColumns,
  });
  await recordAuditEvent(tx, actor, 'api_key.created', row.id, { name, hint });
  return { apiKey: toApiKey(row, now), secret };
}
