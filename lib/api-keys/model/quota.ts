import { type Actor, assertOwner } from '@/lib/actor';
import { db } from '@/lib/database/client';
import { AppError } from '@/lib/errors';
import { Prisma } from '@/prisma/generated/client';
import { TAKES_ROOM } from './state';

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
  /** how many days a key may live, by the policy of the workspace; null for ever */
  maxKeyDays: number | null;
};

/**
 * How many keys the workspace has, and how many it may have.
 * @throws AppError `owner_required`
 */
export async function getApiKeyQuota(actor: Actor): Promise<ApiKeyQuota> {
  assertOwner(actor);
  const [workspace] = await db.$queryRaw<Omit<ApiKeyQuota, 'excess'>[]>`
    select p."name" as "planName", p."features", p."maxActiveApiKeys" as "limit", w."maxKeyDays",
      (${countOf(Prisma.sql`w."id"`)}) as "active"
    from "Workspace" w join "Plan" p on p."id" = w."planId"
    where w."id" = ${actor.workspaceId}::uuid and w."ownerId" = ${actor.userId}::uuid`;
  if (!workspace) throw new AppError('owner_required');
  return { ...workspace, excess: excessOf(workspace.active, workspace.limit) };
}

/**
 * How many keys of a workspace count against its quota at this moment.
 * @param client the transaction in which the number decides, with the workspace's row held
 */
export async function countActiveApiKeys(
  workspaceId: string,
  client: Prisma.TransactionClient = db,
): Promise<number> {
  const [row] = await client.$queryRaw<[{ count: number }]>(
    countOf(Prisma.sql`${workspaceId}::uuid`),
  );
  return row.count;
}

const countOf = (workspaceId: Prisma.Sql) => Prisma.sql`
  select count(*)::int from "ApiKey" k
  where k."workspaceId" = ${workspaceId} and ${Prisma.raw(TAKES_ROOM)}`;
