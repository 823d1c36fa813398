import { assertManager, denied, type Member } from '@/lib/actor';
import { AppError } from '@/lib/errors';
import type { Prisma } from '@/prisma/generated/client';

export type Locked = {
  id: string;
  name: string;
  ownerId: string;
  planId: string;
  /** how many days a key may live at the most; null for as long as its Owner likes */
  maxKeyDays: number | null;
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
  const workspace = await lockRow(tx, workspaceId);
  if (!workspace) throw new AppError('not_found');
  return workspace;
}

async function lockRow(
  tx: Prisma.TransactionClient,
  workspaceId: string,
): Promise<Locked | undefined> {
  const [row] = await tx.$queryRaw<Locked[]>`
    select "id", "name", "ownerId", "planId", "maxKeyDays" from "Workspace"
    where "id" = ${workspaceId}::uuid for no key update`;
  return row;
}

/**
 * {@link lockWorkspace} for the actor's workspace, if the actor owns it.
 * @throws AppError `owner_required` if the actor does not own it at this moment
 */
export async function lockOwnWorkspace(
  tx: Prisma.TransactionClient,
  actor: Member,
): Promise<Locked> {
  const workspace = await lockRow(tx, actor.workspaceId);
  if (workspace?.ownerId !== actor.userId) throw denied(actor, new AppError('owner_required'));
  return workspace;
}

/**
 * {@link lockWorkspace} for the actor's workspace. Reads again what the actor is there: they may
 * have been removed, or given another role, since their request began.
 * @returns the workspace, and the actor as they are at this moment
 * @throws AppError `admin_required` if the actor is neither its Owner nor an Admin any more
 */
export async function lockAsManager(
  tx: Prisma.TransactionClient,
  actor: Member,
): Promise<{ workspace: Locked; actor: Member }> {
  const { workspaceId, userId } = actor;
  const workspace = await lockWorkspace(tx, workspaceId);
  const membership = await tx.membership.findUnique({
    where: { workspaceId_userId: { workspaceId, userId } },
    select: { role: true },
  });
  if (!membership) throw denied(actor, new AppError('admin_required'));
  const current = { ...actor, role: membership.role, isOwner: workspace.ownerId === userId };
  assertManager(current);
  return { workspace, actor: current };
}
