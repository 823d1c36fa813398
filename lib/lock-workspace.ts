import type { Prisma } from '@/prisma/generated/client';
import type { Member } from './actor';
import { denied } from './audit/denied';
import { AppError } from './errors';

/**
 * Holds the workspace's row until the transaction ends, so that what counts its keys and what
 * changes its plan take turns, on any number of instances. Writes that only refer to the workspace,
 * such as new invoices, are not held up.
 * @returns its plan, and the database's time, by which keys expire
 * @throws AppError `owner_required` for who does not own it at this moment
 */
export async function lockWorkspace(
  tx: Prisma.TransactionClient,
  actor: Member,
): Promise<{ planId: string; now: Date }> {
  const [row] = await tx.$queryRaw<{ planId: string; now: Date }[]>`
    select "planId", now() from "Workspace"
    where "id" = ${actor.workspaceId}::uuid and "ownerId" = ${actor.userId}::uuid
    for no key update`;
  if (!row) throw denied(actor, new AppError('owner_required'));
  return row;
}
