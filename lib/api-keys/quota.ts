import { type Actor, assertOwner } from '@/lib/actor';
import { db } from '@/lib/database/client';
import { databaseNow } from '@/lib/database/now';
import { AppError } from '@/lib/errors';
import { holdsSlotAt } from './state';

/**
 * How many active keys must be revoked before one can be created; 0 when there is room.
 * @param limit null means unlimited
 */
export function excessOf(active: number, limit: number | null): number {
  return limit === null ? 0 : Math.max(0, active - limit + 1);
}

export type ApiKeyQuota = {
  planName: string;
  /** of the plan (lib/plans/features.ts) */
  features: readonly string[];
  active: number;
  /** null means unlimited */
  limit: number | null;
  /** see {@link excessOf} */
  excess: number;
};

/**
 * How many keys the workspace has, and how many it may have.
 * @throws AppError `owner_required`
 */
export async function getApiKeyQuota(actor: Actor): Promise<ApiKeyQuota> {
  assertOwner(actor);
  const now = await databaseNow();
  const workspace = await db.workspace.findFirst({
    where: { id: actor.workspaceId, ownerId: actor.userId },
    select: {
      plan: { select: { name: true, features: true, maxActiveApiKeys: true } },
      _count: { select: { apiKeys: { where: holdsSlotAt(now) } } },
    },
  });
  if (!workspace) throw new AppError('owner_required');

  const { plan } = workspace;
  const active = workspace._count.apiKeys;
  const limit = plan.maxActiveApiKeys;
  return {
    planName: plan.name,
    features: plan.features,
    active,
    limit,
    excess: excessOf(active, limit),
  };
}

/** How many keys of a workspace count against its quota at this moment. */
export async function countActiveApiKeys(workspaceId: string): Promise<number> {
  return db.apiKey.count({ where: { workspaceId, ...holdsSlotAt(await databaseNow()) } });
}
