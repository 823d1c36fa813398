import { denied, type Member } from '@/lib/actor';

import { AppError } from '@/lib/errors';
import type { Prisma } from '@/prisma/generated/client';

type Locked = {
  name: string;
  ownerId: string;
  planId: string;
  /** the database's time, by which keys expire */
  now: Date;
};

/**
 * Locks a workspace's row until the transaction ends, so that changes to its Owner, members, plan
 * and keys take turns on any number of instances. Writes that only refer to the workspace, such as
 * new invoices, do not wait.
 * @throws AppError `not_found`
 */
export async function lockWorkspace(
  tx: Prisma.TransactionClient,
  workspaceId: string,
): Promise<Locked> {
  const [row] = await tx.$queryRaw<Locked[]>`
    select "name", "ownerId", "planId", now() from "Workspace"
    where "id" = ${workspaceId}::uuid for no key update`;
  if (!row) throw new AppError('not_found');
  return row;
}

/**
 * Does the same for the actor's workspace, if the actor owns it.
 * @throws AppError `owner_required` if the actor does not own it at this moment
 */
export async function lockOwnWorkspace(
  tx: Prisma.TransactionClient,
  actor: Member,
): Promise<Locked> {
  const [row] = await tx.$queryRaw<Locked[]>`
    select "name", "ownerId", "planId", now() from "Workspace"
    where "id" = ${actor.workspaceId}::uuid and "ownerId" = ${actor.userId}::uuid
    for no key update`;
  if (!row) throw denied(actor, new AppError('owner_required'));
  return row;
}
