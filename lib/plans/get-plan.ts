import type { Actor } from '@/lib/actor';
import { db } from '@/lib/database/client';
import { AppError } from '@/lib/errors';
import type { Prisma } from '@/prisma/generated/client';
import { type Plan, planColumns, toPlan } from './plan';

/**
 * The plan of the actor's workspace, which every actor in it may see.
 * @param client the transaction in which the plan decides, with the workspace's row held
 * @throws AppError `not_found` when the workspace is gone
 */
export async function getPlan(actor: Actor, client: Prisma.TransactionClient = db): Promise<Plan> {
  const row = await client.plan.findFirst({
    where: { workspaces: { some: { id: actor.workspaceId } } },
    select: planColumns,
  });
  if (!row) throw new AppError('not_found');
  return toPlan(row);
}
