import { AppError } from '@/lib/errors';
import type { Prisma } from '@/prisma/generated/client';

/**
 * Holds a workspace's row until the transaction ends, so that changes to who owns it, who is in it
 * and how many keys it has take turns, on any number of instances. Writes that only refer to the
 * workspace, such as new invoices, are not held up.
 * @returns the Owner now, and the database's time
 * @throws AppError `owner_required` for a workspace that is gone: nobody owns it
 */
export async function lockWorkspace(
  tx: Prisma.TransactionClient,
  workspaceId: string,
): Promise<{ ownerId: string; now: Date }> {
  const [row] = await tx.$queryRaw<{ ownerId: string; now: Date }[]>`
    select "ownerId", now() from "Workspace" where "id" = ${workspaceId}::uuid for no key update`;
  if (!row) throw new AppError('owner_required');
  return row;
}
