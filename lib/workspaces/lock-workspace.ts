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
 * Holds a workspace's row until the transaction ends, so that changes to who owns it, who is in it,
 * its plan and its keys take turns, on any number of instances. Writes that only refer to the
 * workspace, such as new invoices, are not held up.
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
 * The same for its Owner.
 * @throws AppError `owner_required` for who does not own it at this moment
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
