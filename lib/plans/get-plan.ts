import type { Actor } from '@/lib/actor';
import { db } from '@/lib/database/client';
import { AppError } from '@/lib/errors';
import { type Plan, planColumns, toPlan } from './plan';

/**
 * The plan of the actor's workspace, which every actor in it may see.
 * @throws AppError `not_found` when the workspace is gone
 */
export async function getPlan(actor: Actor): Promise<Plan> {
  const row = await db.plan.findFirst({
    where: { workspaces: { some: { id: actor.workspaceId } } },
    select: planColumns,
  });
  if (!row) throw new AppError('not_found');
  return toPlan(row);
}
